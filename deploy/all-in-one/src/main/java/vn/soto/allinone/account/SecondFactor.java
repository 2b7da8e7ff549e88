package vn.soto.allinone.account;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A second factor (RFC 6238).
 *
 * @param secret    sealed under the master key
 * @param confirmed whether a code has shown that the person's device has it; it is in force from then on
 * @param lastStep  time step of the last code taken, so that none is taken twice; -1 before the first
 * @param recovery  hashes of the recovery codes that are left
 */
public record SecondFactor(SealedSecret secret, boolean confirmed, long lastStep, List<String> recovery) {

    public SecondFactor {
        recovery = List.copyOf(recovery);
    }

    /** Its bytes, base64. */
    public record SealedSecret(String text) {

        static SealedSecret of(byte[] bytes) {
            return new SealedSecret(Base64.getEncoder().encodeToString(bytes));
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(text);
        }
    }

    /** One that no code has confirmed yet. */
    static SecondFactor begun(SealedSecret sealed) {
        return new SecondFactor(sealed, false, -1, List.of());
    }

    SecondFactor confirmed(long step, List<String> recoveryHashes) {
        return new SecondFactor(secret, true, step, recoveryHashes);
    }

    SecondFactor usedAt(long step) {
        return new SecondFactor(secret, confirmed, step, recovery);
    }

    SecondFactor withoutRecovery(String hash) {
        List<String> left = new ArrayList<>(recovery);
        left.remove(hash);
        return new SecondFactor(secret, confirmed, lastStep, left);
    }

    @Override
    public String toString() {
        return "SecondFactor[confirmed " + confirmed + "]";
    }
}
