package vn.soto.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.soto.command.batch.Envelope;
import vn.soto.command.http.Problems;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanKind;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.shared.ProductEvent;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MemberOrigin;
import vn.soto.contracts.unit.UnitKind;
import vn.soto.domain.DomainModel;
import vn.soto.domain.shared.Command;
import vn.soto.domain.unit.ReorganisationAction;
import vn.soto.events.EventRegistry;
import vn.soto.plans.imports.ImportKind;
import vn.soto.plans.imports.lookup.EnumSynonyms;
import vn.soto.query.command.RefusalTexts;
import vn.soto.query.plan.Plan;
import vn.soto.query.subject.IdKind;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/** The product's words for fields, kinds, events, commands and values inside a Vietnamese text are Vietnamese. */
final class NamesInTextsTest {

    private static final Set<Type> NAMING =
            Set.of(Subject.class, MemberId.class, HouseholdId.class, BusinessId.class, SupportRequestId.class);

    private static final List<Class<?>> ENDPOINTS = endpoints();

    private final Set<String> fields = new TreeSet<>();
    private final Set<Class<?>> enums = new HashSet<>();
    private final Set<Class<?>> seen = new HashSet<>();

    NamesInTextsTest() {
        DomainModel.commands().forEach(this::components);
        components(Envelope.class);
        ENDPOINTS.stream()
                .flatMap(endpoint -> Stream.of(endpoint.getDeclaredMethods()))
                .map(Method::getParameters)
                .flatMap(Stream::of)
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class)
                        || parameter.isAnnotationPresent(PathVariable.class))
                .forEach(this::parameter);
        enums.addAll(List.of(
                ImportKind.class,
                ReorganisationAction.class,
                PlanKind.class,
                Plan.State.class,
                IdKind.class,
                MemberOrigin.class,
                ReasonCode.class));
    }

    @Test
    void aMissingFieldIsNamedInVietnamese() {
        assertThat(fields).hasSizeGreaterThan(100).contains("foundingDecision", "signedOn", "state");
        assertThat(fields).allSatisfy(field -> isVietnamese(field, worded("bad-input.missing", field)));
        assertThat(worded("bad-input.missing", "[2].payload.foundingDecision.signedOn"))
                .isEqualTo("dòng 3 / quyết định thành lập / ngày ký");
        assertThat(Problems.texts().text("bad-input.missing", Language.VIETNAMESE, "unit"))
                .isEqualTo("Còn thiếu mục “địa bàn”. Hãy điền mục này.");
    }

    @Test
    void everyKindEventAndCommandIsNamedInVietnamese() {
        assertThat(DomainModel.aggregates()).allSatisfy(root -> {
            String kind = root.getAnnotation(AggregateRoot.class).type();
            isVietnamese(kind, worded("absent.detail", kind));
        });
        assertThat(EventRegistry.product().types())
                .allSatisfy(type -> isVietnamese(type.name(), worded("EVENT_IS_NOT_FINAL", type.name())));
        assertThat(DomainModel.commands()).allSatisfy(command -> {
            String name = Command.nameOf(command);
            isVietnamese(name, worded("COMMAND_NEEDS_A_SECOND_PERSON", name));
        });
        assertThat(Problems.texts().text("COMMAND_NEEDS_A_SECOND_PERSON", Language.VIETNAMESE, "dissolve-team"))
                .contains("việc “Giải thể tổ”");
    }

    /** Of a part of a plan, the file shows the steps about the person, in the words of their commands. */
    @Test
    void aPersonReadsInTheirFileNoNameOfTheProgramsOwn() {
        Set<Class<?>> naming = events(ProductEvent.class)
                .filter(event -> event != PlanPartRecorded.class && mayName(event, new HashSet<>()))
                .collect(Collectors.toSet());
        assertThat(naming).hasSizeGreaterThan(40);
        fields.clear();
        enums.clear();
        seen.clear();
        naming.forEach(this::components);
        assertThat(fields)
                .hasSizeGreaterThan(60)
                .allSatisfy(field -> isVietnamese(field, Vocabulary.field(field, Language.VIETNAMESE)));
        assertThat(enums)
                .allSatisfy(type -> assertThat(type.getEnumConstants()).allSatisfy(each -> {
                    Enum<?> value = (Enum<?>) each;
                    isVietnamese(value.name(), vietnamese(value));
                }));
    }

    private static Stream<Class<?>> events(Class<?> vocabulary) {
        return vocabulary.isSealed()
                ? Stream.of(vocabulary.getPermittedSubclasses()).flatMap(NamesInTextsTest::events)
                : Stream.of(vocabulary);
    }

    /** Whether a value of the type may name a subject of personal data. */
    private static boolean mayName(Type type, Set<Type> looked) {
        if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).anyMatch(each -> mayName(each, looked));
        }
        return NAMING.contains(type)
                || (type instanceof Class<?> plain
                        && plain.isRecord()
                        && looked.add(plain)
                        && Stream.of(plain.getRecordComponents())
                                .anyMatch(component -> mayName(component.getGenericType(), looked)));
    }

    @Test
    void everyValueThatCanBeChosenIsNamedInVietnamese() {
        assertThat(enums).hasSizeGreaterThan(25);
        assertThat(enums)
                .allSatisfy(type -> assertThat(type.getEnumConstants()).allSatisfy(each -> {
                    Enum<?> value = (Enum<?>) each;
                    isVietnamese(value.name(), vietnamese(value));
                }));
    }

    /** A message lists only words that a cell can have. */
    @Test
    void wordsForCellsAreAcceptedInCells() {
        accepts(EnumSynonyms.UNIT_KINDS, UnitKind.values());
        accepts(EnumSynonyms.ORGANISATIONS, MemberOrigin.values());
        accepts(EnumSynonyms.ACTIONS, ReorganisationAction.values());
    }

    @Test
    void aRefusedStepSaysInVietnameseWhatIsAbsent() {
        assertThat(RefusalTexts.text(
                        "STEP_IS_ABOUT_SOMETHING_THAT_EXISTS", List.of("household", "h-9"), Language.VIETNAMESE))
                .startsWith("Trong sổ không có hộ mang mã h-9 ");
        assertThat(RefusalTexts.text(
                        "STEP_IS_ABOUT_SOMETHING_THAT_EXISTS", List.of("target", "h-9"), Language.VIETNAMESE))
                .startsWith("Trong sổ không có đối tượng mang mã h-9 ");
        assertThat(RefusalTexts.text(
                        "STEP_IS_ABOUT_SOMETHING_THAT_EXISTS", List.of("household", "h-9"), Locale.ENGLISH))
                .startsWith("There is no household with the id h-9");
    }

    /** A text that names a field in its first argument states so. */
    @Test
    void textsAboutFieldsStateTheirArguments() {
        ResourceBundle stated = ResourceBundle.getBundle("vn.soto.web.words", Language.VIETNAMESE);
        ResourceBundle texts = ResourceBundle.getBundle("vn.soto.command.http.problems", Language.VIETNAMESE);

        assertThat(texts.keySet().stream()
                        .filter(key -> key.startsWith("bad-input."))
                        .filter(key -> texts.getString(key).contains("{0}")))
                .isNotEmpty()
                .allSatisfy(
                        key -> assertThat(stated.getString(key + ".arguments")).isEqualTo("field"));
    }

    private static <T extends Enum<T>> void accepts(EnumSynonyms<T> words, T[] values) {
        assertThat(words.values()).containsExactlyInAnyOrder(values);
        assertThat(values)
                .allSatisfy(value -> assertThat(words.find(vietnamese(value))).contains(value));
    }

    private static void isVietnamese(String name, String word) {
        assertThat(word).as(name).isNotEqualTo(name);
        assertThat(VietnameseTextsTest.foreign(word)).as("%s: %s", name, word).isEmpty();
    }

    private static String vietnamese(Enum<?> value) {
        return (String) Vocabulary.choices(Map.of(value.name(), value)).in(Language.VIETNAMESE);
    }

    private static String worded(String text, String name) {
        return (String) Vocabulary.arguments(text, List.of(name), Language.VIETNAMESE)[0];
    }

    private static List<Class<?>> endpoints() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scanner.findCandidateComponents("vn.soto").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .toList();
    }

    private void parameter(Parameter parameter) {
        fields.add(parameter.getName());
        components(parameter.getParameterizedType());
    }

    private void components(Type type) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(this::components);
        } else if (type instanceof Class<?> plain && plain.isEnum()) {
            enums.add(plain);
        } else if (type instanceof Class<?> plain && plain.isRecord() && seen.add(plain)) {
            Collection<RecordComponent> components = List.of(plain.getRecordComponents());
            boolean isText = components.size() == 1
                    && List.of("value", "text")
                            .contains(components.iterator().next().getName());
            if (!isText) {
                components.forEach(component -> {
                    fields.add(component.getName());
                    components(component.getGenericType());
                });
            }
        }
    }
}
