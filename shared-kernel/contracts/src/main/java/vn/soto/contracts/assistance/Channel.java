package vn.soto.contracts.assistance;

/** Channel through which the helpers and the beneficiary met. */
public enum Channel {
    HOME_VISIT,
    PUBLIC_SERVICE_CENTRE,
    CLASS,
    PHONE,
    ZALO,
    FACEBOOK,
    OTHER
}
