package vn.soto.ledger.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists of texts in one column: each as its length in UTF-8 bytes (32 bits, big-endian) and those bytes; NULL if none. */
final class Texts {

    private Texts() {}

    static byte @Nullable [] encode(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        List<byte[]> parts = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        ByteBuffer buffer = ByteBuffer.allocate(
                parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
        parts.forEach(part -> buffer.putInt(part.length).put(part));
        return buffer.array();
    }

    /** Throws {@link IllegalArgumentException} for bytes that {@link #encode} does not write. */
    static List<String> decode(byte @Nullable [] column) {
        if (column == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(column);
        while (buffer.hasRemaining()) {
            texts.add(Columns.utf8(next(buffer)));
        }
        require(!texts.isEmpty());
        return texts;
    }

    private static byte[] next(ByteBuffer buffer) {
        require(buffer.remaining() >= Integer.BYTES);
        int length = buffer.getInt();
        require(length >= 0 && length <= buffer.remaining());
        byte[] part = new byte[length];
        buffer.get(part);
        return part;
    }

    /** Tags are ascending, each once. */
    static List<String> decodeTags(byte @Nullable [] column) {
        List<String> tags = decode(column);
        requireAscending(tags);
        return tags;
    }

    /** A map as key, value, key, value. */
    static byte @Nullable [] encode(SortedMap<String, String> map) {
        List<String> texts = new ArrayList<>();
        map.forEach((key, value) -> {
            texts.add(key);
            texts.add(value);
        });
        return encode(texts);
    }

    /** Keys are ascending, each once. */
    static SortedMap<String, String> decodeMap(byte @Nullable [] column) {
        List<String> texts = decode(column);
        require(texts.size() % 2 == 0);
        SortedMap<String, String> map = new TreeMap<>();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += 2) {
            keys.add(texts.get(i));
            map.put(texts.get(i), texts.get(i + 1));
        }
        requireAscending(keys);
        return map;
    }

    private static void requireAscending(List<String> texts) {
        for (int i = 1; i < texts.size(); i++) {
            require(texts.get(i - 1).compareTo(texts.get(i)) < 0);
        }
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("a list of texts is not as it is written");
        }
    }
}
