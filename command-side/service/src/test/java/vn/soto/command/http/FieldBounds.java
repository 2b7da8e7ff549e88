package vn.soto.command.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;
import vn.soto.command.binding.JsonBinder;
import vn.soto.contracts.shared.Instrument;
import vn.soto.domain.assistance.Assistance;
import vn.soto.domain.catalogue.Catalogue;
import vn.soto.domain.goal.Campaign;
import vn.soto.domain.outreach.CommunityGroup;
import vn.soto.domain.outreach.OutreachSession;
import vn.soto.domain.period.AuthorityPeriods;
import vn.soto.domain.report.QuarterlyReport;
import vn.soto.domain.report.ReportSample;
import vn.soto.domain.shared.FreeText;
import vn.soto.domain.shared.ReferenceCode;
import vn.soto.domain.training.TrainingSession;
import vn.soto.domain.unit.Unit;

/**
 * Bounds of a field that the command's rules hold, by the constants of those rules. They bound the value of a number,
 * the items of a list, the characters of a text. A rule may narrow them.
 */
record FieldBounds(@Nullable Integer least, int most) {

    /** By name, of a text; in every command. */
    private static final Map<String, Integer> TEXTS = Map.of(
            "name", FreeText.LONGEST_NAME,
            "vi", FreeText.LONGEST_NAME,
            "en", FreeText.LONGEST_NAME,
            "indicator", FreeText.LONGEST_NAME,
            "number", Instrument.MAX_NUMBER_LENGTH,
            "reference", ReferenceCode.LONGEST,
            "difficulties", QuarterlyReport.LONGEST_TEXT,
            "goodModels", QuarterlyReport.LONGEST_TEXT);

    /** By record and name. */
    private static final Map<String, FieldBounds> OTHERS = Map.ofEntries(
            Map.entry("RecordAssistance.helpers", new FieldBounds(1, Assistance.MOST_HELPERS)),
            Map.entry("CorrectAssistance.helpers", new FieldBounds(1, Assistance.MOST_HELPERS)),
            Map.entry("AssistanceContent.services", new FieldBounds(1, Assistance.MOST_SERVICES)),
            Map.entry("AdoptServiceCatalogue.services", new FieldBounds(1, Catalogue.MOST_SERVICES)),
            Map.entry("AdoptReportingCalendar.dueWorkingDays", new FieldBounds(0, AuthorityPeriods.MOST_DUE_DAYS)),
            Map.entry("Holding.attendance", new FieldBounds(0, OutreachSession.LARGEST_ATTENDANCE)),
            Map.entry("Holding.holders", new FieldBounds(1, OutreachSession.MOST_HOLDERS)),
            Map.entry("RecordCommunityGroup.households", new FieldBounds(0, CommunityGroup.LARGEST_GROUP)),
            Map.entry("UpdateCommunityGroup.households", new FieldBounds(0, CommunityGroup.LARGEST_GROUP)),
            Map.entry("ScheduleTraining.hours", new FieldBounds(1, TrainingSession.MOST_HOURS)),
            Map.entry("Attendance.hours", new FieldBounds(1, TrainingSession.MOST_HOURS)),
            Map.entry("Attendance.attendees", new FieldBounds(1, TrainingSession.MOST_ATTENDEES)),
            Map.entry("StateHouseholdTotal.households", new FieldBounds(0, QuarterlyReport.MOST_HOUSEHOLDS)),
            Map.entry("OverrideReportLine.value", new FieldBounds(0, QuarterlyReport.LARGEST_OVERRIDE)),
            Map.entry("DrawReportSample.reports", new FieldBounds(1, ReportSample.MOST_REPORTS)),
            Map.entry("PlanCampaign.goals", new FieldBounds(1, Campaign.MOST_GOALS)),
            Map.entry("ReviseCampaign.goals", new FieldBounds(1, Campaign.MOST_GOALS)),
            Map.entry("MergeUnits.from", new FieldBounds(1, Unit.MOST_AT_ONCE)),
            Map.entry("SplitUnit.into", new FieldBounds(2, Unit.MOST_AT_ONCE)));

    static Optional<FieldBounds> of(Class<?> owner, String field, JsonBinder shape) {
        FieldBounds known = OTHERS.get(owner.getSimpleName() + "." + field);
        if (known != null) {
            return Optional.of(known);
        }
        return shape instanceof JsonBinder.Text text && text.type() == String.class
                ? Optional.ofNullable(TEXTS.get(field)).map(longest -> new FieldBounds(null, longest))
                : Optional.empty();
    }

    /** The records and fields that have bounds of their own. */
    static Iterable<String> named() {
        return OTHERS.keySet();
    }

    void into(ObjectNode field) {
        if (field.path("type").asString("").equals("text")) {
            field.put("longest", most);
        } else {
            field.put("least", least).put("most", most);
        }
    }
}
