package vn.soto.allinone.account;

import java.time.Duration;

/** The outcome of an attempt to sign in. */
public sealed interface SignInOutcome {

    /** @param account as it stands; it may have to change its password first */
    record SignedIn(LocalAccount account) implements SignInOutcome {}

    /** Wrong, or no such account, or locked: the answer is the same. */
    record NotAccepted() implements SignInOutcome {}

    /** The password was right; a code of the second factor is needed as well. */
    record CodeNeeded() implements SignInOutcome {}

    /** Too many failures: the next attempt is looked at after this time. */
    record TooOften(Duration pause) implements SignInOutcome {}
}
