package vn.soto.query.timeline;

import java.util.Locale;
import vn.soto.contracts.assistance.AssistanceEvent;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.household.CaseloadEvent;
import vn.soto.contracts.household.ConsentEvent;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.outreach.CommunityGroupEvent;
import vn.soto.contracts.outreach.OutreachEvent;
import vn.soto.contracts.report.ReportEvent;
import vn.soto.contracts.report.ReportSampleEvent;
import vn.soto.contracts.report.UnitReportEvent;
import vn.soto.contracts.stipend.MobilisationEvent;
import vn.soto.contracts.stipend.StipendStatementEvent;
import vn.soto.contracts.support.SupportRequestEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.AppointmentCorrected;
import vn.soto.contracts.team.TeamEvent.AppointmentWithdrawn;
import vn.soto.contracts.team.TeamEvent.DeputyAppointed;
import vn.soto.contracts.team.TeamEvent.DeputyRelieved;
import vn.soto.contracts.team.TeamEvent.LeaderAppointed;
import vn.soto.contracts.team.TeamEvent.LeaderRelieved;
import vn.soto.contracts.team.TeamEvent.MembershipEvent;
import vn.soto.contracts.training.TrainingEvent;

/** The kinds of events in a team's timeline. */
public enum TimelineKind {
    /** Its founding, name, area, flags and end. */
    TEAM,
    /** Its members, leaders and deputies. */
    PEOPLE,
    HELP,
    HOUSEHOLDS,
    REQUESTS,
    /** Outreach and training. */
    SESSIONS,
    REPORTS,
    /** The stipends of its members; only for readers who may see them. */
    STIPENDS,
    OTHER;

    static TimelineKind of(Object event) {
        return switch (event) {
            case MembershipEvent _, LeaderAppointed _, LeaderRelieved _ -> PEOPLE;
            case DeputyAppointed _, DeputyRelieved _, AppointmentCorrected _, AppointmentWithdrawn _ -> PEOPLE;
            case TeamEvent _ -> TEAM;
            case AssistanceEvent _ -> HELP;
            case HouseholdEvent _, CaseloadEvent _, ConsentEvent _, BusinessEvent _ -> HOUSEHOLDS;
            case SupportRequestEvent _ -> REQUESTS;
            case OutreachEvent _, CommunityGroupEvent _, TrainingEvent _ -> SESSIONS;
            case ReportEvent _, UnitReportEvent _, ReportSampleEvent _ -> REPORTS;
            case MobilisationEvent _, StipendStatementEvent _ -> STIPENDS;
            default -> OTHER;
        };
    }

    /** How a parameter writes it. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
