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

    static List<String> decode(byte @Nullable [] column) {
        if (column == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(column);
        while (buffer.hasRemaining()) {
            byte[] part = new byte[buffer.getInt()];
            buffer.get(part);
            texts.add(new String(part, StandardCharsets.UTF_8));
        }
        return texts;
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

    static SortedMap<String, String> decodeMap(byte @Nullable [] column) {
        List<String> texts = decode(column);
        SortedMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < texts.size(); i += 2) {
            map.put(texts.get(i), texts.get(i + 1));
        }
        return map;
    }
}
