package headroom.redshift.cluster;

/// How Redshift changes a cluster's size.
public enum ResizeMethod {
    /// Minutes. Within the node type, between sizes of at least two nodes that Redshift permits.
    ELASTIC,
    /// Hours to days. Read-only for that long, but of ra3 and rg as a rule, where it is for
    /// minutes. The only way from a single node.
    CLASSIC
}
