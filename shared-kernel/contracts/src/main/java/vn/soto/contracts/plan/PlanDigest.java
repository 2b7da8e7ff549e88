package vn.soto.contracts.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over the steps of a plan, part by part. The digest of a part covers that of the part before, so the last
 * digest covers all steps. Each step contributes its row, the length of the command's name (-1 if absent), the name,
 * the length of the content and the content. Numbers have four bytes, big-endian; texts are UTF-8.
 */
public final class PlanDigest {

    /** Predecessor of the first part's digest. */
    public static final String NONE = "0".repeat(64);

    private PlanDigest() {}

    /**
     * @param previous digest of the preceding part, {@link #NONE} for the first; 64 hexadecimal digits, like the result
     */
    public static String of(String previous, List<PlanStep> steps) {
        MessageDigest sha256 = sha256();
        sha256.update(HexFormat.of().parseHex(previous));
        for (PlanStep step : steps) {
            number(sha256, step.row());
            String command = step.command();
            if (command == null) {
                number(sha256, -1);
            } else {
                text(sha256, command);
            }
            text(sha256, step.content());
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    static byte[] sha256(String text) {
        return sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void text(MessageDigest sha256, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(sha256, bytes.length);
        sha256.update(bytes);
    }

    private static void number(MessageDigest sha256, int number) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("every JDK has SHA-256", e);
        }
    }
}
