package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;

/** What read models may rely on, wherever they are kept. */
abstract class DocumentsContract {

    private static final DocumentType<Note> NOTES = new DocumentType<>("notes", Note.class);
    private static final DocumentType<Note> OTHERS = new DocumentType<>("other-notes", Note.class);

    abstract Documents documents();

    /** A document of the tests; public, as the store's codec needs it. */
    public record Note(@BsonId String id, List<String> lines) implements ReadModel {}

    @Test
    void findsWhatWasWrittenLast() {
        documents().write(NOTES, List.of(new Note("a", List.of("một")), new Note("b", List.of())));
        documents().write(NOTES, List.of(new Note("a", List.of("một", "hai"))));

        assertThat(documents().find(NOTES, "a")).contains(new Note("a", List.of("một", "hai")));
        assertThat(documents().find(NOTES, List.of("a", "b", "c")))
                .isEqualTo(Map.of("a", new Note("a", List.of("một", "hai")), "b", new Note("b", List.of())));
        assertThat(documents().find(NOTES, List.of())).isEmpty();
    }

    @Test
    void keepsKindsApartAndDropsThemAlone() {
        documents().write(NOTES, List.of(new Note("a", List.of("một"))));
        documents().write(OTHERS, List.of(new Note("a", List.of("hai"))));
        documents().drop(NOTES);

        assertThat(documents().find(NOTES, "a")).isEmpty();
        assertThat(documents().find(OTHERS, "a")).contains(new Note("a", List.of("hai")));
    }

    @Test
    void findsManyAtOnce() {
        List<Note> many = IntStream.range(0, 1_200)
                .mapToObj(number -> new Note("n" + number, List.of(String.valueOf(number))))
                .toList();
        documents().write(NOTES, many);

        assertThat(documents().find(NOTES, many.stream().map(Note::id).toList()).values())
                .containsExactlyInAnyOrderElementsOf(many);
    }
}
