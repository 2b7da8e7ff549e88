package vn.soto.contracts.outreach;

/** Channel through which a session reaches people. */
public enum OutreachChannel {
    /** họp dân, sinh hoạt khu phố, ấp */
    RESIDENTS_MEETING,
    /** lớp tập huấn cho người dân */
    CLASS,
    /** chợ, nhà trọ, trung tâm phục vụ hành chính công */
    PUBLIC_PLACE,
    /** loa truyền thanh cơ sở */
    LOUDSPEAKER,
    ZALO,
    FACEBOOK,
    OTHER
}
