package vn.soto.allinone.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.access.AccountId;

/**
 * An account on a device on which it has signed in with its password.
 *
 * @param device hash of the secret that the device keeps in a cookie
 * @param proven when it last signed in there
 * @param pin    hash of its PIN on this device, if it has one
 * @param epoch  the account's epoch when the PIN was set; a PIN of an earlier epoch is none
 * @param wrong  wrong PINs since the last right one
 * @param told   until when the account's changes have been told at a sign-in there with the password
 */
public record KnownDevice(
        String device,
        AccountId account,
        Instant proven,
        @Nullable String pin,
        long epoch,
        int wrong,
        Instant told) {

    static final int MOST = 20;

    static KnownDevice provenAt(Instant now, String device, AccountId account) {
        return new KnownDevice(device, account, now, null, 0, 0, now);
    }

    KnownDevice provenAgain(Instant now) {
        return new KnownDevice(device, account, now, pin, epoch, wrong, told);
    }

    KnownDevice withPin(@Nullable String hash, long current) {
        return new KnownDevice(device, account, proven, hash, current, 0, told);
    }

    KnownDevice withWrong(int count) {
        return new KnownDevice(device, account, proven, pin, epoch, count, told);
    }

    KnownDevice toldUntil(Instant now) {
        return new KnownDevice(device, account, proven, pin, epoch, wrong, now);
    }

    @Override
    public String toString() {
        return "KnownDevice[" + account + "]";
    }
}
