/// The services that every workflow uses: Lambda, Step Functions, DynamoDB, SNS, EventBridge,
/// CloudFormation, STS and CloudWatch's alarms, as far as Headroom uses them, on virtual time. The
/// services of one workflow stand with it, and build on what is here.
///
/// - The services that functions call are simulated at the SDK's own client interfaces, so that
///   real requests, paginators and exceptions run. A call that is not modelled here fails loudly.
/// - They are as nasty as the services are known to be: pages are short, messages come twice or not
///   at all, and what was just started is not listed yet.
/// - What this cannot show: AWS's own timings and the quirks that nobody has told of yet.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.aws;
