/// AWS below the functions: Redshift, DMS, CloudWatch, SNS, Lambda, DynamoDB and Step Functions, as
/// far as Headroom uses them, on virtual time.
///
/// - The services that functions call are simulated at the SDK's own client interfaces, so that
///   real requests, paginators and exceptions run. A call that is not modelled here fails loudly.
/// - They are as nasty as the services are known to be: pages are short, a search that finds
///   nothing is an error, a status is stale for one look after a change was accepted, an old resize
///   stays on show. Where a behaviour is not known for sure, both are modelled, and a dial chooses.
/// - What this cannot show: AWS's own timings and the quirks that nobody has told of yet.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.aws;
