package vn.soto.open.paper;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import vn.soto.ledger.Hash;

/**
 * Codes of 128 bits for commits. A code is one block of AES under a secret of the ledger. It holds the number of the commit and
 * the first 64 bits of its chain hash. So it is the same each time, and nothing is stored for it. A code that is guessed is one
 * of n printed versions with a chance of n in 2^128. One block is a permutation of 128 bits and needs no mode of operation.
 * Written in 26 letters and digits without I, L, O and U.
 */
final class PaperCode {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int LENGTH = 26;
    private static final int GROUP = 5;
    private static final int BLOCK = 16;

    private final SecretKeySpec key;

    /** @param secret 32 bytes */
    PaperCode(byte[] secret) {
        this.key = new SecretKeySpec(secret, "AES");
    }

    /** The commit that a code stands for; the beginning of its chain hash is to be compared. */
    record Named(long commit, long chain) {

        static Named of(long commit, Hash chain) {
            return new Named(commit, ByteBuffer.wrap(chain.bytes()).getLong());
        }
    }

    String of(Named named) {
        byte[] clear = ByteBuffer.allocate(BLOCK)
                .putLong(named.commit)
                .putLong(named.chain)
                .array();
        BigInteger bits = new BigInteger(1, block(Cipher.ENCRYPT_MODE, clear));
        StringBuilder text = new StringBuilder();
        for (int digit = LENGTH - 1; digit >= 0; digit--) {
            text.append(DIGITS.charAt(bits.shiftRight(digit * BITS).intValue() & (DIGITS.length() - 1)));
            int written = LENGTH - digit;
            text.append(written % GROUP == 0 && digit > 1 ? "-" : "");
        }
        return text.toString();
    }

    /** Of a text that somebody typed; empty if no code is written so. */
    Optional<Named> read(String typed) {
        String digits = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (digits.length() != LENGTH || digits.chars().anyMatch(digit -> DIGITS.indexOf(digit) < 0)) {
            return Optional.empty();
        }
        BigInteger bits = BigInteger.ZERO;
        for (int digit = 0; digit < LENGTH; digit++) {
            bits = bits.shiftLeft(BITS).or(BigInteger.valueOf(DIGITS.indexOf(digits.charAt(digit))));
        }
        if (bits.bitLength() > BLOCK * Byte.SIZE) {
            return Optional.empty();
        }
        byte[] coded = new byte[BLOCK];
        byte[] number = bits.toByteArray();
        int length = Math.min(BLOCK, number.length);
        System.arraycopy(number, number.length - length, coded, BLOCK - length, length);
        ByteBuffer clear = ByteBuffer.wrap(block(Cipher.DECRYPT_MODE, coded));
        return Optional.of(new Named(clear.getLong(), clear.getLong()));
    }

    private byte[] block(int mode, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }
}
