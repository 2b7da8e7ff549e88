package vn.soto.projection.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.stored.Output;
import vn.soto.events.stored.StoredValues;
import vn.soto.projection.DocumentType;
import vn.soto.projection.ReadModel;

/** A document is read as it was written, whatever it holds. */
final class DocumentCodecTest {

    private static final String ID = "0199d3c4-7a10-7c21-9f3e-0123456789ab";
    private static final LocalDate DAY = LocalDate.of(1969, Month.DECEMBER, 31);

    /** One of several. */
    public sealed interface Shape {}

    /** @param side in millimetres */
    public record Square(int side) implements Shape {}

    /** Without anything to say. */
    public record Dot() implements Shape {}

    /** Nothing but a text. */
    public record Name(String value) {}

    /** A value of each kind, which may be absent where it can. */
    public record Whole(
            String id,
            long number,
            int small,
            boolean yes,
            @Nullable String text,
            @Nullable Name called,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable YearMonth month,
            @Nullable Month name,
            @Nullable Long many,
            @Nullable Integer few,
            @Nullable Boolean perhaps,
            @Nullable Shape shape,
            @Nullable Whole inner,
            List<Shape> shapes,
            Set<TeamId> teams,
            SortedSet<String> sorted,
            Map<String, LocalDate> days,
            SortedMap<Integer, String> names)
            implements ReadModel {}

    private static final DocumentType<Whole> WHOLE = new DocumentType<>("whole", Whole.class);

    private static Whole absent(String id) {
        return new Whole(
                id,
                Long.MIN_VALUE,
                Integer.MAX_VALUE,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Set.of(),
                new TreeSet<>(),
                Map.of(),
                new TreeMap<>());
    }

    private static Whole present(String id, String text) {
        return new Whole(
                id,
                -1,
                Integer.MIN_VALUE,
                true,
                text,
                new Name(id),
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                DAY,
                YearMonth.of(2026, 12),
                Month.MAY,
                Long.MAX_VALUE,
                -7,
                false,
                new Square(-3),
                absent(text),
                List.of(new Dot(), new Square(9)),
                Set.of(new TeamId(ID), new TeamId("to-1")),
                new TreeSet<>(List.of("b", text)),
                Map.of(text, DAY),
                new TreeMap<>(Map.of(2, "hai", -1, text)));
    }

    private static Stream<Whole> documents() {
        return Stream.concat(
                Stream.of(absent("a"), absent(ID)),
                Stream.of(
                                "",
                                "h",
                                "ấp",
                                "ấp 3",
                                ID,
                                ID.toUpperCase(Locale.ROOT),
                                ID.replace('-', '0'),
                                ID.replace('b', 'g'),
                                "business:" + ID,
                                "x".repeat(5_000))
                        .flatMap(text -> Stream.of(present(text, text), present(ID, text), present("k", text))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isReadAsItWasWritten(Whole document) {
        DocumentCodec<Whole> codec = DocumentCodec.of(WHOLE, new StoredValues());
        Output scratch = new Output();
        for (int again = 0; again < 2; again++) {
            assertThat(codec.decoded(document.id(), codec.encoded(document, scratch)))
                    .isEqualTo(document);
        }
    }

    /** A list of texts. */
    public record Texts(String id, List<String> texts) implements ReadModel {}

    @Test
    void aTextIsWrittenOnceHoweverManyThereAre() {
        DocumentType<Texts> kind = new DocumentType<>("texts", Texts.class);
        DocumentCodec<Texts> codec = DocumentCodec.of(kind, new StoredValues());
        List<String> texts =
                IntStream.range(0, 3_000).mapToObj(number -> "text-" + number).toList();
        Output scratch = new Output();
        byte[] once = codec.encoded(new Texts("t", texts), scratch);
        Texts twice =
                new Texts("t", Stream.of(texts, texts).flatMap(List::stream).toList());
        byte[] both = codec.encoded(twice, scratch);

        assertThat(both.length - once.length).isLessThan(3 * texts.size());
        assertThat(codec.decoded("t", both)).isEqualTo(twice);
        assertThat(codec.encoded(new Texts(ID, List.of(ID, ID)), scratch)).hasSize(5);
    }

    private record Hidden(String id) implements ReadModel {}

    @Test
    void whatOnlyItsFileMaySeeHasNoForm() {
        DocumentType<Hidden> kind = new DocumentType<>("hidden", Hidden.class);
        StoredValues shapes = new StoredValues();
        assertThatThrownBy(() -> DocumentCodec.of(kind, shapes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not public");
    }
}
