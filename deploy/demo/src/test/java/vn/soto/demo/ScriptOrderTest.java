package vn.soto.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.audit.CallBackSampleCommand;
import vn.soto.domain.audit.CallBackSampleCommand.DrawCallBackSample;
import vn.soto.domain.audit.CallBackSampleCommand.RecordCallBack;
import vn.soto.domain.goal.CampaignCommand.PlanCampaign;
import vn.soto.domain.goal.TargetCommand;
import vn.soto.domain.household.HouseholdCommand;
import vn.soto.domain.household.HouseholdCommand.AssignHousehold;
import vn.soto.domain.household.HouseholdCommand.ReassignHousehold;
import vn.soto.domain.household.HouseholdCommand.RegisterHousehold;
import vn.soto.domain.outreach.CommunityGroupCommand.RecordCommunityGroup;
import vn.soto.domain.outreach.CommunityGroupCommand.UpdateCommunityGroup;
import vn.soto.domain.outreach.OutreachCommand;
import vn.soto.domain.people.PeopleCountCommand;
import vn.soto.domain.period.PeriodCommand;
import vn.soto.domain.practice.PracticeCommand;
import vn.soto.domain.practice.PracticeCommand.DescribePractice;
import vn.soto.domain.recognition.RecognitionCommand;
import vn.soto.domain.recognition.RecognitionCommand.OpenRound;
import vn.soto.domain.report.ReportCommand;
import vn.soto.domain.report.UnitReportCommand;
import vn.soto.domain.shared.CommandPlace;
import vn.soto.domain.team.TeamCommand;
import vn.soto.domain.team.TeamCommand.FormTeam;
import vn.soto.domain.unit.UnitCommand;
import vn.soto.domain.unit.UnitCommand.AbolishUnit;
import vn.soto.domain.unit.UnitCommand.EstablishUnit;
import vn.soto.domain.unit.UnitCommand.MergeUnits;
import vn.soto.domain.unit.UnitCommand.ReparentUnit;
import vn.soto.domain.unit.UnitCommand.SplitUnit;

/** In every interleaving of keys within a day, the prerequisites of a step precede it. */
final class ScriptOrderTest {

    /** Existing entities, with the step that created each. */
    private final Map<String, ScriptStep> made = new HashMap<>();

    private int day;
    private final Map<UUID, Integer> dayOf = new HashMap<>();

    @Test
    void everythingIsMadeBeforeItIsUsed() {
        new DemoScript().days().forEach(steps -> {
            day++;
            steps.steps().forEach(this::play);
        });
        assertThat(made).hasSizeGreaterThan(20_000);
    }

    private void play(ScriptStep step) {
        dayOf.put(step.id(), day);
        switch (step.command()) {
            case UnitCommand unit -> unit(step, unit);
            case TeamCommand team -> team(step, team);
            case HouseholdCommand household -> household(step, household);
            case AssistanceCommand assistance -> assistance(step, assistance);
            case ReportCommand report -> needs(step, report.team().value());
            case UnitReportCommand report -> needs(step, report.unit().value());
            case TargetCommand target -> needs(step, target.unit().value());
            case PlanCampaign campaign -> needs(step, campaign.unit().value());
            case RecognitionCommand round -> recognition(step, round);
            case CallBackSampleCommand sample -> sample(step, sample);
            case PeopleCountCommand count -> needs(step, count.unit().value());
            case PeriodCommand period -> needs(step, period.unit().value());
            case OutreachCommand outreach ->
                outreach.touches()
                        .forEach(place ->
                                needs(step, ((CommandPlace.OfTeam) place).team().value()));
            case RecordCommunityGroup begun -> {
                needs(step, begun.team().value());
                makes(step, begun.group().value());
            }
            case UpdateCommunityGroup counted -> needs(step, counted.group().value());
            case DescribePractice described -> {
                needs(step, described.team().value());
                makes(step, described.practice().value());
            }
            case PracticeCommand practice -> needs(step, practice.practice().value());
            default -> throw new AssertionError("unknown command " + step);
        }
    }

    private void unit(ScriptStep step, UnitCommand command) {
        if (command instanceof EstablishUnit unit) {
            if (unit.parent() != null) {
                needs(step, unit.parent().value());
            }
            makes(step, unit.unit().value());
        } else {
            assertThat(step.alone()).isTrue();
            needed(command).forEach(unit -> needs(step, unit.value()));
        }
    }

    private static List<UnitId> needed(UnitCommand command) {
        return switch (command) {
            case MergeUnits merger ->
                Stream.concat(Stream.of(merger.unit()), merger.from().stream()).toList();
            case SplitUnit split ->
                Stream.concat(Stream.of(split.unit()), split.into().stream()).toList();
            case ReparentUnit placed -> List.of(placed.unit(), placed.parent());
            case AbolishUnit end -> List.of(end.unit());
            default -> throw new AssertionError("not in the script: " + command);
        };
    }

    private void team(ScriptStep step, TeamCommand team) {
        assertThat(step.alone()).isTrue();
        if (team instanceof FormTeam formed) {
            formed.coverage().forEach(unit -> needs(step, unit.value()));
            makes(step, formed.team().value());
        } else {
            needs(step, team.team().value());
        }
    }

    private void household(ScriptStep step, HouseholdCommand household) {
        switch (household) {
            case RegisterHousehold register -> {
                needs(step, register.unit().value());
                makes(step, register.household().value());
            }
            case AssignHousehold assign -> {
                needs(step, assign.household().value());
                needs(step, assign.team().value());
                assertThat(step.lane()).isEqualTo(assign.member().value());
                makes(step, "assigned " + assign.household());
            }
            case ReassignHousehold reassign -> {
                needs(step, "assigned " + reassign.household());
                assertThat(step.alone()).isTrue();
            }
            default -> throw new AssertionError("not in the script: " + household);
        }
    }

    private void assistance(ScriptStep step, AssistanceCommand assistance) {
        if (assistance instanceof RecordAssistance record) {
            needs(
                    step,
                    record.walkIn() == null
                            ? "assigned " + record.household()
                            : record.walkIn().value());
            assertThat(record.content().occurredAt()).isBefore(step.at());
            makes(step, record.assistance().value());
        } else {
            needs(step, assistance.assistance().value());
        }
    }

    private void recognition(ScriptStep step, RecognitionCommand round) {
        if (round instanceof OpenRound opened) {
            needs(step, opened.unit().value());
            makes(step, opened.round().value());
        } else {
            needs(step, round.round().value());
        }
    }

    private void sample(ScriptStep step, CallBackSampleCommand sample) {
        switch (sample) {
            case DrawCallBackSample drawn -> {
                Objects.requireNonNull(drawn.records()).forEach(record -> needs(step, record.value()));
                makes(step, drawn.callBackSample().value());
            }
            case RecordCallBack call -> {
                needs(step, call.callBackSample().value());
                needs(step, call.assistance().value());
            }
        }
    }

    private void makes(ScriptStep step, String thing) {
        assertThat(made.put(thing, step)).as(thing).isNull();
    }

    private void needs(ScriptStep step, String thing) {
        ScriptStep maker = made.get(thing);
        assertThat(maker).as("%s needs %s", step, thing).isNotNull();
        boolean before = step.alone()
                || maker.alone()
                || maker.lane().equals(step.lane())
                || dayOf.getOrDefault(maker.id(), day) < day;
        assertThat(before).as("%s may overtake %s", step, maker).isTrue();
    }
}
