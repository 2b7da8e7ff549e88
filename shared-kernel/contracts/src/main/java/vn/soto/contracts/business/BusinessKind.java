package vn.soto.contracts.business;

/** Kinds of business that teams help. */
public enum BusinessKind {
    /** hộ kinh doanh */
    HOUSEHOLD_BUSINESS,
    /** hợp tác xã */
    COOPERATIVE,
    /** doanh nghiệp */
    ENTERPRISE
}
