package vn.soto.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.team.MemberId;

/** The guarantees for read models, wherever they are kept. */
abstract class DocumentsContract {

    static final DocumentType<Note> NOTES = new DocumentType<>("notes", Note.class);
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
    void whatIsMadeAnewTakesThePlaceOfTheOldAtOnce() {
        documents().write(NOTES, List.of(new Note("a", List.of("cũ")), new Note("b", List.of())));
        documents().write(OTHERS, List.of(new Note("c", List.of())));
        Documents beside = documents().beside();
        beside.write(NOTES, List.of(new Note("a", List.of("mới"))));

        assertThat(beside.find(NOTES, "b")).isEmpty();
        assertThat(documents().find(NOTES, "a")).contains(new Note("a", List.of("cũ")));

        documents().replace(List.of(NOTES, OTHERS), beside);

        assertThat(documents().find(NOTES, List.of("a", "b"))).isEqualTo(Map.of("a", new Note("a", List.of("mới"))));
        assertThat(documents().find(OTHERS, "c"))
                .as("nothing of the type was made")
                .isEmpty();
        documents().write(NOTES, List.of(new Note("b", List.of("sau"))));
        assertThat(documents().find(NOTES, "b")).contains(new Note("b", List.of("sau")));
    }

    @Test
    void whatIsMadeAnewIsComparedWithTheOld() {
        documents()
                .write(
                        NOTES,
                        List.of(
                                new Note("same", List.of("một")),
                                new Note("other", List.of("cũ")),
                                new Note("gone", List.of())));
        Documents beside = documents().beside();
        beside.write(
                NOTES,
                List.of(
                        new Note("same", List.of("một")),
                        new Note("other", List.of("mới")),
                        new Note("new", List.of()),
                        new Note("newer", List.of())));

        assertThat(documents().differences(List.of(NOTES, OTHERS), beside)).isEqualTo(new DocumentDifferences(1, 1, 2));
        documents().replace(List.of(NOTES, OTHERS), beside);
        assertThat(documents().differences(List.of(NOTES), documents().beside()))
                .isEqualTo(new DocumentDifferences(0, 4, 0));
    }

    @Test
    void whatWasMadeAnewAndLeftCanBeDropped() {
        documents().beside().write(NOTES, List.of(new Note("a", List.of())));
        documents().write(NOTES, List.of(new Note("b", List.of())));

        documents().beside().drop(NOTES);

        assertThat(documents().beside().find(NOTES, "a")).isEmpty();
        assertThat(documents().find(NOTES, "b")).isPresent();
    }

    /** A generic document of the tests. */
    public record Shelf<E, S>(@BsonId String id, List<E> things, S sum) implements ReadModel {}

    /** A thing on a shelf. */
    public record Thing(String name, long weight) {}

    @Test
    @SuppressWarnings("unchecked") // the arguments stand in the type
    void findsGenericDocumentsWithWhatTheyHold() {
        DocumentType<Shelf<Thing, Long>> shelves = new DocumentType<>(
                "shelves", (Class<Shelf<Thing, Long>>) (Class<?>) Shelf.class, List.of(Thing.class, Long.class));
        Shelf<Thing, Long> shelf = new Shelf<>("a", List.of(new Thing("đèn", 3), new Thing("sách", 4)), 7L);
        documents().write(shelves, List.of(shelf));

        assertThat(documents().find(shelves, "a")).contains(shelf);
        assertThat(documents().find(shelves, List.of("a", "b"))).isEqualTo(Map.of("a", shelf));
    }

    /** A document of the tests that holds values of the contracts. */
    public record Visit(@BsonId String id, MemberId member, List<ServiceCode> services, Instant at)
            implements ReadModel {}

    @Test
    void keepsIdsAndInstantsToTheMicrosecond() {
        DocumentType<Visit> visits = new DocumentType<>("visits", Visit.class);
        Visit visit = new Visit(
                "a",
                new MemberId("lan"),
                List.of(new ServiceCode("digital-payment")),
                Instant.parse("2026-09-30T16:59:59.999999Z"));
        documents().write(visits, List.of(visit));

        assertThat(documents().find(visits, "a")).contains(visit);
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
