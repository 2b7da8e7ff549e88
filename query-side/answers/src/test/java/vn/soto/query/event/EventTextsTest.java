package vn.soto.query.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.recognition.Criterion;
import vn.soto.contracts.recognition.Gate;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.StoredAs;
import vn.soto.query.event.EventCodes.IndicatorCode;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/** Every stored event has a sentence in both languages, whose values are components of the event. */
final class EventTextsTest {

    /** Texts of people: names, references, numbers of documents, accounts and the codes of units. */
    private static final Set<String> WRITTEN = Set.of(
            "account",
            "approver",
            "by",
            "candidate.id",
            "decision.number",
            "foundingDecision.number",
            "groups.instrument.number",
            "instrument.number",
            "name",
            "officialCode",
            "proposer",
            "reference",
            "title");

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTextsTest::records)
                : Stream.of(type);
    }

    private static Map<String, Class<?>> events() {
        Map<String, Class<?>> events = new TreeMap<>();
        records(ProductEvent.class).forEach(event -> {
            StoredAs stored = event.getAnnotation(StoredAs.class);
            assertThat(stored).as(event.getName()).isNotNull();
            events.put(stored.value().substring(0, stored.value().lastIndexOf('.')), event);
        });
        return events;
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyEventHasASentence(String language) {
        assertThat(EventTexts.names(Locale.of(language))).containsExactlyElementsOf(events().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void everyValueIsAComponentOfTheEventAndNothingSealed(String language) {
        events().forEach((name, event) -> {
            String text = EventTexts.of(name, Locale.of(language)).orElseThrow();
            for (String path : EventTexts.paths(text)) {
                Class<?> type = type(event, path);
                assertThat(type).as(name + " " + path).isNotEqualTo(Sealed.class);
                assertThat(type.isRecord()
                                && Arrays.stream(type.getRecordComponents())
                                        .noneMatch(part -> part.getName().equals("value"))
                                && !type.getSimpleName().equals("Quarter"))
                        .as("%s %s is a value, not %s", name, path, type)
                        .isFalse();
            }
            String without = text.replaceAll("\\[[^]]*]", "");
            assertThat(without).as(name).doesNotContain("[", "]").isNotBlank();
            assertThat(EventTexts.filled(text, path -> Optional.of("x")))
                    .as(name)
                    .doesNotContain("{", "}", "[", "]");
            assertThat(EventTexts.filled(text, path -> Optional.empty()))
                    .as(name)
                    .doesNotContain("{", "}", "[", "]");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void whatMayBeAbsentStandsInBrackets(String language) {
        events().forEach((name, event) -> {
            String text = EventTexts.of(name, Locale.of(language)).orElseThrow();
            for (String path : EventTexts.paths(text.replaceAll("\\[[^]]*]", ""))) {
                assertThat(mayBeAbsent(event, path)).as(name + " " + path).isFalse();
            }
        });
    }

    /** A name such as {@code HOUSEHOLDS_HELPED} is for programs: a constant has words, also one that the event has as a text. */
    @Test
    void noValueIsTheNameOfAConstant() {
        Set<String> written = new TreeSet<>();
        events().forEach((name, event) -> {
            for (String path :
                    EventTexts.paths(EventTexts.of(name, Language.VIETNAMESE).orElseThrow())) {
                Class<?> type = type(event, path);
                if (type == String.class && !EventCodes.has(path)) {
                    written.add(path);
                }
                assertThat(Optional.ofNullable(type.getEnumConstants()).stream().flatMap(Stream::of))
                        .as(name + " " + path)
                        .allSatisfy(EventTextsTest::hasWords);
            }
        });
        assertThat(written).isEqualTo(WRITTEN);
    }

    private static void hasWords(Object constant) {
        String name = ((Enum<?>) constant).name();
        assertThat(Vocabulary.value((Enum<?>) constant, Language.VIETNAMESE))
                .as(name)
                .isNotEqualTo(name);
    }

    @Test
    void aPartOfAScoreIsTheConstant() {
        Stream.<Enum<?>[]>of(Criterion.values(), Gate.values())
                .flatMap(Stream::of)
                .forEach(part -> {
                    assertThat(EventCodes.meant("figure", part.name())).containsExactly(part);
                    hasWords(part);
                });
    }

    @Test
    void theIndicatorOfAServiceIsFollowedByTheService() {
        assertThat(EventCodes.meant("line.code", "H04")).containsExactly(new IndicatorCode("H04"));
        assertThat(EventCodes.meant("indicator", "C.vneid-level-2"))
                .containsExactly(new IndicatorCode("C"), new ServiceCode("vneid-level-2"));
        assertThat(EventCodes.meant("name", "C.vneid-level-2")).containsExactly("C.vneid-level-2");
    }

    private static RecordComponent component(Class<?> event, String name) {
        return Arrays.stream(event.getRecordComponents())
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(event + " has no " + name));
    }

    private static Class<?> type(Class<?> event, String path) {
        Class<?> type = event;
        for (String name : List.of(path.split("\\.", -1))) {
            type = element(component(type, name).getGenericType());
        }
        return type;
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType several
                        && Collection.class.isAssignableFrom((Class<?>) several.getRawType())
                ? element(several.getActualTypeArguments()[0])
                : (Class<?>) type;
    }

    private static boolean mayBeAbsent(Class<?> event, String path) {
        Class<?> type = event;
        boolean absent = false;
        for (String name : List.of(path.split("\\.", -1))) {
            RecordComponent part = component(type, name);
            absent = absent || part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            type = element(part.getGenericType());
        }
        return absent;
    }
}
