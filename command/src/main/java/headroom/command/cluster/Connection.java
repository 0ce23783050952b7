package headroom.command.cluster;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

import java.util.Optional;

/// How clients reach AWS: by the SDK's own ways alone, endpoints included.
///
/// @param profile empty for the SDK's default
record Connection(Region region, AwsCredentialsProvider credentials, Optional<String> profile) {

    /// A profile that is asked for goes before credentials in the environment, as it does in the
    /// AWS CLI; the SDK's default chain would have it the other way round.
    ///
    /// @throws software.amazon.awssdk.core.exception.SdkClientException if there is no region
    static Connection of(Access access) {
        Region region =
                access.region()
                        .map(Region::of)
                        .orElseGet(
                                () -> {
                                    var chain = DefaultAwsRegionProviderChain.builder();
                                    access.profile().ifPresent(chain::profileName);
                                    return chain.build().getRegion();
                                });
        AwsCredentialsProvider credentials =
                access.profile()
                        .<AwsCredentialsProvider>map(ProfileCredentialsProvider::create)
                        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
        return new Connection(region, credentials, access.profile());
    }

    <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.region(region)
                .credentialsProvider(credentials)
                .overrideConfiguration(each -> profile.ifPresent(each::defaultProfileName))
                .build();
    }
}
