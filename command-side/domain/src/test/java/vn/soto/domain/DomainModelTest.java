package vn.soto.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;
import vn.soto.domain.shared.Command;
import vn.soto.domain.shared.Rule;

final class DomainModelTest {

    @Test
    void namesEveryCommandOnceAndForGood() {
        assertThat(DomainModel.commands().stream().map(Command::nameOf))
                .containsExactly(
                        "adopt-policy",
                        "adopt-service-catalogue",
                        "establish-unit",
                        "rename-unit",
                        "recode-unit",
                        "retype-unit",
                        "reparent-unit",
                        "abolish-unit",
                        "merge-units",
                        "split-unit",
                        "undo-unit-change",
                        "form-team",
                        "rename-team",
                        "change-coverage",
                        "review-coverage",
                        "enrol-member",
                        "end-membership",
                        "appoint-leader",
                        "correct-membership",
                        "suspend-member",
                        "resume-member",
                        "relieve-leader",
                        "appoint-deputy",
                        "relieve-deputy",
                        "consolidate-teams",
                        "dissolve-team",
                        "register-organisation",
                        "support-team",
                        "end-support",
                        "schedule-training",
                        "hold-training",
                        "correct-attendance",
                        "cancel-training",
                        "register-household",
                        "assign-household",
                        "reassign-household",
                        "unassign-household",
                        "relocate-household",
                        "mark-household-left",
                        "return-household",
                        "merge-households",
                        "separate-households",
                        "withdraw-registration",
                        "record-consent",
                        "withdraw-consent",
                        "register-business",
                        "correct-business",
                        "relocate-business",
                        "close-business",
                        "reopen-business",
                        "record-assistance",
                        "correct-assistance",
                        "void-assistance",
                        "follow-up-assistance",
                        "verify-assistance",
                        "schedule-outreach",
                        "reschedule-outreach",
                        "hold-outreach",
                        "cancel-outreach",
                        "correct-outreach",
                        "void-outreach",
                        "record-community-group",
                        "update-community-group",
                        "close-community-group",
                        "receive-support-request",
                        "take-support-request",
                        "release-support-request",
                        "resolve-support-request",
                        "decline-support-request",
                        "reopen-support-request",
                        "submit-quarterly-report",
                        "record-member-profile",
                        "record-household-contact",
                        "erase-member-data",
                        "erase-household-data",
                        "erase-business-data",
                        "erase-request-data",
                        "approve-plan",
                        "pause-plan",
                        "resume-plan",
                        "abandon-plan",
                        "reverse-plan");
    }

    @Test
    void namesTheSystemsOwnCommandsWhichNoClientCanIssue() {
        assertThat(DomainModel.internal().stream().map(Command::nameOf))
                .containsExactly("record-plan-part", "submit-plan", "start-plan", "record-plan-progress");
        assertThat(DomainModel.internal().stream()
                        .map(type -> Command.issued(type).at()))
                .containsOnly("");
        assertThat(DomainModel.commands().stream()
                        .map(type -> Command.issued(type).at()))
                .doesNotContain("");
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
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(DomainModel.commands().stream(), DomainModel.internal().stream())
                                .toList());
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
                        "unit-coverage",
                        "organisation",
                        "training",
                        "household",
                        "caseload",
                        "consents",
                        "business",
                        "assistance",
                        "outreach",
                        "community-group",
                        "support-request",
                        "report",
                        "personal-data",
                        "erasures",
                        "plan",
                        "plan-part",
                        "plans");
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
