package headroom.simulated.aws;

/// How many calls of a service's API an account may make, and how many of them others make.
///
/// @param burst the tokens in a full bucket
/// @param perSecond the tokens that flow in, up to the burst
public record CallQuota(int burst, double perSecond) {
    /// What is left where somebody else always uses so much of it.
    ///
    /// @param share from 0 to 1
    public CallQuota without(double share) {
        return new CallQuota((int) Math.round(burst * (1 - share)), perSecond * (1 - share));
    }
}
