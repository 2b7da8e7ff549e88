package vn.soto.allinone.account;

import java.time.Duration;

/** Too many failures; the next attempt is looked at after a pause. */
final class SignInPausedException extends RuntimeException {

    private final transient Duration pause;

    SignInPausedException(Duration pause) {
        super("too many failures");
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
