package vn.soto.web.log;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The cause of a failure: the types of the exceptions in its chain and the topmost frames of each, without their
 * messages. Equal causes have an equal number.
 */
public record FailureCause(int number) {

    private static final int FRAMES = 4;
    private static final int MOST_CAUSES = 16;

    public static FailureCause of(Throwable failure) {
        CRC32 sum = new CRC32();
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            add(sum, cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                add(sum, frames[i].getClassName() + '.' + frames[i].getMethodName() + ':' + frames[i].getLineNumber());
            }
            cause = cause.getCause();
        }
        return new FailureCause((int) sum.getValue());
    }

    private static void add(CRC32 sum, String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        sum.update('\n');
    }

    /** Eight hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(number);
    }
}
