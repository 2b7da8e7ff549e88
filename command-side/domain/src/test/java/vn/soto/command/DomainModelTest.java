package vn.soto.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;
import vn.soto.command.shared.Command;
import vn.soto.command.shared.Rule;

final class DomainModelTest {

    @Test
    void namesEveryCommandOnceAndForGood() {
        assertThat(DomainModel.commands().stream().map(Command::nameOf))
                .containsExactly(
                        "adopt-policy",
                        "adopt-service-catalogue",
                        "establish-unit",
                        "form-team",
                        "enrol-member",
                        "end-membership",
                        "appoint-leader",
                        "register-household",
                        "assign-household",
                        "reassign-household",
                        "record-assistance",
                        "correct-assistance",
                        "void-assistance",
                        "follow-up-assistance",
                        "verify-assistance",
                        "submit-quarterly-report");
    }

    @Test
    void refusesToNameWhatHasNoName() {
        assertThatIllegalArgumentException().isThrownBy(() -> Command.nameOf(Command.class));
    }

    @Test
    void handlesEveryCommandInExactlyOneAggregate() {
        assertThat(DomainModel.aggregates().stream()
                        .flatMap(aggregate -> Stream.of(aggregate.getDeclaredMethods()))
                        .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                        .<Class<?>>map(DomainModelTest::firstParameter))
                .containsExactlyInAnyOrderElementsOf(DomainModel.commands());
    }

    @Test
    void givesEveryAggregateAStoredNameOfItsOwn() {
        assertThat(DomainModel.aggregates().stream()
                        .map(aggregate -> aggregate.getAnnotation(AggregateRoot.class))
                        .map(AggregateRoot::type))
                .containsExactly(
                        "policy",
                        "catalogue",
                        "unit",
                        "unit-name",
                        "team",
                        "household",
                        "caseload",
                        "business",
                        "assistance",
                        "report");
    }

    @Test
    void givesEveryRuleANameOfItsOwn() {
        List<String> names = DomainModel.rules().stream().map(Rule::name).toList();

        assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }

    private static Class<?> firstParameter(Method handler) {
        return handler.getParameterTypes()[0];
    }
}
