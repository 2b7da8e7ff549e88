package vn.soto.allinone.account;

/** The accounts cannot be written; nothing has changed. */
public final class AccountsUnwritableException extends RuntimeException {

    AccountsUnwritableException(String message, Throwable cause) {
        super(message, cause);
    }
}
