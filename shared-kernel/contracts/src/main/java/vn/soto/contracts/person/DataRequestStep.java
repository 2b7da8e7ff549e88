package vn.soto.contracts.person;

/** The two duties that a data request brings, each with its last day. */
public enum DataRequestStep {
    /** trả lời người yêu cầu */
    ANSWER,
    /** thực hiện yêu cầu */
    CARRYING_OUT
}
