package vn.soto.contracts.assistance;

/** How the helper and the people helped met. */
public enum Channel {
    HOME_VISIT,
    PUBLIC_SERVICE_CENTRE,
    CLASS,
    PHONE,
    ZALO,
    FACEBOOK,
    OTHER
}
