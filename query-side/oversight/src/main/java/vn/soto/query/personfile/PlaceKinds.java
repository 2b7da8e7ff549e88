package vn.soto.query.personfile;

import java.util.Optional;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.outreach.OutreachId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.training.TrainingId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.subject.IdKind;

/** The kinds of things in which a person can be recorded: teams, help, sessions, requests, ... */
final class PlaceKinds {

    private PlaceKinds() {}

    static IdKind parse(String text) {
        return IdKind.parse(text);
    }

    /** The kind of a value of an event; empty for the person, and for what is no place. */
    static Optional<IdKind> of(Subject about, Object value) {
        if (!(value instanceof Id id) || Subject.find(id).filter(about::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(
                switch (id) {
                    case UnitId _ -> IdKind.UNIT;
                    case TeamId _ -> IdKind.TEAM;
                    case HouseholdId _ -> IdKind.HOUSEHOLD;
                    case BusinessId _ -> IdKind.BUSINESS;
                    case AssistanceId _ -> IdKind.ASSISTANCE;
                    case SupportRequestId _ -> IdKind.REQUEST;
                    case OutreachId _ -> IdKind.SESSION;
                    case TrainingId _ -> IdKind.TRAINING;
                    case OrganisationId _ -> IdKind.ORGANISATION;
                    case PlanId _ -> IdKind.PLAN;
                    default -> null;
                });
    }
}
