package vn.soto.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.person.NamedSubjects;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.person.SubjectsInJson;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.plan.PlanStep;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;
import vn.soto.domain.DomainModel;

/** A plan keeps commands as text; whom they name is told from the names of their components. */
final class NamedInCommandsTest {

    private static final Map<String, SubjectKind> KINDS = Map.of(
            MemberId.class.getName(), SubjectKind.MEMBER,
            HouseholdId.class.getName(), SubjectKind.HOUSEHOLD,
            BusinessId.class.getName(), SubjectKind.BUSINESS,
            SupportRequestId.class.getName(), SubjectKind.REQUEST);

    @Test
    void everyComponentOfACommandThatNamesAPersonIsKnownByItsName() {
        List<String> unknown = new ArrayList<>();
        DomainModel.commands().forEach(command -> find(command, command.getSimpleName(), unknown));
        assertThat(unknown).isEmpty();
    }

    private static void find(Class<?> type, String path, List<String> unknown) {
        for (RecordComponent component : type.getRecordComponents()) {
            String declared = component.getGenericType().getTypeName();
            KINDS.forEach((name, kind) -> {
                if (declared.contains(name) && !SubjectsInJson.knows(component.getName(), kind)) {
                    unknown.add(path + "." + component.getName());
                }
            });
            inner(component).forEach(part -> find(part, path + "." + component.getName(), unknown));
        }
    }

    private static Stream<Class<?>> inner(RecordComponent component) {
        return Stream.of(component.getGenericType().getTypeName().split("[<>, ]"))
                .filter(name -> name.startsWith("vn.soto.") && !KINDS.containsKey(name))
                .<Class<?>>map(NamedInCommandsTest::named)
                .filter(Class::isRecord);
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStepNamesWhoeverItsCommandIsAbout() {
        assertThat(inPlan("""
                        {"household":"h-1","helpers":["m-1", "m-2"],"members":[{"member":"m-3"}],"subject":"business:b-1",\
                        "survivor":null,"unit":"u-1","reason":"\\"household\\":\\"h-9\\""}"""))
                .containsExactly(
                        Subject.parse("business:b-1"),
                        Subject.parse("household:h-1"),
                        Subject.parse("member:m-1"),
                        Subject.parse("member:m-2"),
                        Subject.parse("member:m-3"));
    }

    private static Iterable<Subject> inPlan(String json) {
        return NamedSubjects.of(new PlanPartRecorded(
                new PlanId("p-1"), 0, 0, "ab".repeat(32), "cd".repeat(32), List.of(new PlanStep(0, "x", json)), null));
    }
}
