package vn.soto.events.stored;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The texts of one document by the order in which they came. To forget them costs nothing, however many there were. */
final class TextNumbers {

    /** In place of the number of a text that had none. */
    static final int NEW = -1;

    private static final int FIRST = 64;
    private static final int SPREAD = 0x9E3779B9;

    private @Nullable String[] texts = new @Nullable String[FIRST];
    private int[] numbers = new int[FIRST];

    /** The document by which a place was taken; a place of an earlier document is free. */
    private int[] documents = new int[FIRST];

    private int document = 1;
    private int count;

    void clear() {
        document++;
        count = 0;
    }

    /** The number of a text; it gets the next if it has none. */
    int numberOrNew(String text) {
        int place = place(text);
        if (documents[place] == document) {
            return numbers[place];
        }
        keep(place, text, count++);
        if (2 * count > texts.length) {
            grow();
        }
        return NEW;
    }

    private int place(String text) {
        int place = (text.hashCode() * SPREAD) >>> (Integer.numberOfLeadingZeros(texts.length) + 1);
        while (documents[place] == document && !text.equals(texts[place])) {
            place = (place + 1) & (texts.length - 1);
        }
        return place;
    }

    private void keep(int place, String text, int number) {
        texts[place] = text;
        numbers[place] = number;
        documents[place] = document;
    }

    private void grow() {
        @Nullable String[] texts = this.texts;
        int[] numbers = this.numbers;
        int[] documents = this.documents;
        this.texts = Arrays.copyOf(new @Nullable String[0], 2 * texts.length);
        this.numbers = new int[2 * texts.length];
        this.documents = new int[2 * texts.length];
        for (int at = 0; at < texts.length; at++) {
            String text = texts[at];
            if (documents[at] == document && text != null) {
                keep(place(text), text, numbers[at]);
            }
        }
    }
}
