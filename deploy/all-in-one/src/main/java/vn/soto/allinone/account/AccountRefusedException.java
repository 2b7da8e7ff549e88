package vn.soto.allinone.account;

import java.util.List;

/** An act on an account is refused; the code is that of the problem. */
public final class AccountRefusedException extends RuntimeException {

    private final Reason reason;
    private final List<Object> arguments;

    AccountRefusedException(Reason reason, Object... arguments) {
        super(reason.code());
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    Reason reason() {
        return reason;
    }

    List<Object> arguments() {
        return arguments;
    }

    /** Why, with the status of the answer. */
    enum Reason {
        WRONG(401, "sign-in-refused"),
        CODE_NEEDED(401, "second-factor-needed"),
        TLS_NEEDED(403, "sign-in-needs-tls"),
        NOT_AN_ACCOUNT(404, "no-such-account"),
        NOT_LOCAL(403, "not-a-local-account"),
        NOT_ADMINISTRATOR(403, "accounts-not-allowed"),
        LOGIN_TAKEN(422, "login-taken"),
        LOGIN_MALFORMED(400, "login-malformed"),
        LOGIN_IS_PERSONAL(422, "login-personal"),
        PASSWORD_TOO_SHORT(422, "password-too-short"),
        PASSWORD_TOO_LONG(422, "password-too-long"),
        PASSWORD_TOO_EASY(422, "password-too-easy"),
        PASSWORD_SAME(422, "password-same"),
        PIN_MALFORMED(422, "pin-malformed"),
        PIN_NEEDS_DEVICE(422, "pin-needs-device"),
        PIN_BESIDE_FACTOR(422, "pin-beside-second-factor"),
        CODE_WRONG(422, "code-wrong"),
        FACTOR_NOT_BEGUN(422, "second-factor-not-begun"),
        FACTOR_IN_FORCE(422, "second-factor-in-force"),
        FACTOR_REQUIRED(422, "second-factor-required"),
        OWN_LOCK(422, "own-account-locked"),
        OWN_RESET(422, "own-account-reset"),
        NO_GRANTS(422, "ledger-without-grants"),
        PASSWORD_NOT_SHOWN(422, "password-not-shown-lately"),
        PHONE_KEY_UNREADABLE(422, "phone-key-unreadable"),
        CHANGED_MEANWHILE(409, "account-changed");

        private final int status;
        private final String code;

        Reason(int status, String code) {
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }

        /** Or about a change of an account. */
        boolean isAboutSigningIn() {
            return this == WRONG || this == CODE_NEEDED || this == TLS_NEEDED;
        }
    }
}
