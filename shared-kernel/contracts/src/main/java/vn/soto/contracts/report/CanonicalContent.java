package vn.soto.contracts.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes what people accept in the one form whose hash they name. Each item is delimited, so two contents never have the same
 * bytes:
 * <ul>
 * <li>a text is its number of bytes (4, big-endian) and those bytes in UTF-8;
 * <li>a number is 8 bytes, big-endian, two's complement;
 * <li>a list is its number of elements (4 bytes, big-endian) and these;
 * <li>an optional item is a byte 0 if it is absent, or a byte 1 and the item.
 * </ul>
 *
 * <p>FORMAT.md of this module has the contents written with it, and vectors.
 */
public final class CanonicalContent {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param format name and version of the form, such as {@code soto/report-content/v1}; the first text */
    public CanonicalContent(String format) {
        text(format);
    }

    public CanonicalContent text(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        count(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    public CanonicalContent number(long number) {
        bytes.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return this;
    }

    public <T> CanonicalContent list(List<T> elements, BiConsumer<CanonicalContent, T> element) {
        count(elements.size());
        elements.forEach(each -> element.accept(this, each));
        return this;
    }

    public <T> CanonicalContent optional(@Nullable T item, BiConsumer<CanonicalContent, T> present) {
        bytes.write(item == null ? 0 : 1);
        if (item != null) {
            present.accept(this, item);
        }
        return this;
    }

    private void count(int count) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }

    /** SHA-256 of the bytes, 64 hexadecimal digits. */
    public String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
