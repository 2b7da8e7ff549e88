package vn.soto.contracts.household;

/** How a household gave its consent. */
public enum ConsentMethod {
    /** ký trên phiếu giấy */
    SIGNED_FORM,
    /** đồng ý bằng lời, có người làm chứng */
    SPOKEN,
    /** xác nhận trên ứng dụng hoặc tin nhắn */
    ELECTRONIC
}
