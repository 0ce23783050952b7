package headroom.warehouse;

/// How Redshift changes a cluster's size.
public enum ResizeMethod {
    /// Minutes. Within the node type, between sizes of at least two nodes that Redshift permits.
    ELASTIC,
    /// Hours to days, read-only for that long at worst. The only way from a single node.
    CLASSIC
}
