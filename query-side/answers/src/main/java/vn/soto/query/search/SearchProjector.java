package vn.soto.query.search;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.business.BusinessEvent;
import vn.soto.contracts.business.BusinessEvent.BusinessCorrected;
import vn.soto.contracts.business.BusinessEvent.BusinessRegistered;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.organisation.OrganisationEvent;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.contracts.team.TeamEvent.TeamFormed;
import vn.soto.contracts.team.TeamEvent.TeamRenamed;
import vn.soto.contracts.unit.UnitEvent;
import vn.soto.contracts.unit.UnitEvent.UnitEstablished;
import vn.soto.contracts.unit.UnitEvent.UnitRecoded;
import vn.soto.contracts.unit.UnitEvent.UnitRenamed;
import vn.soto.contracts.unit.UnitEvent.UnitReparented;
import vn.soto.projection.Batch;
import vn.soto.projection.Documents;
import vn.soto.projection.EventProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;

/** Indexes ids, names, codes and references in this process. Nothing about people is read, trade names included. */
@Component
final class SearchProjector extends EventProjector<DomainEvent> {

    static final String NAME = "search";

    private final SearchTerms terms;

    SearchProjector(SearchIndex index) {
        super(
                NAME,
                List.of(
                        UnitEvent.class,
                        TeamEvent.class,
                        OrganisationEvent.class,
                        HouseholdEvent.class,
                        BusinessEvent.class),
                SearchProjector::subject,
                List.of(SearchTerm.KIND));
        this.terms = new SearchTerms(index);
    }

    @Override
    public Optional<Documents> own() {
        return Optional.of(terms);
    }

    @Override
    protected void fold(DomainEvent event, EventContext at, Batch batch) {
        switch (event) {
            case UnitEstablished unit -> {
                begin(event, IdKind.UNIT, Use.NAME, unit.name(), at, batch);
                add(event, IdKind.UNIT, Use.CODE, unit.officialCode(), at, batch);
            }
            case UnitRenamed unit -> add(event, IdKind.UNIT, Use.NAME, unit.name(), at, batch);
            case UnitReparented unit -> add(event, IdKind.UNIT, Use.NAME, unit.name(), at, batch);
            case UnitRecoded unit -> add(event, IdKind.UNIT, Use.CODE, unit.officialCode(), at, batch);
            case TeamFormed team -> begin(event, IdKind.TEAM, Use.NAME, team.name(), at, batch);
            case TeamRenamed team -> add(event, IdKind.TEAM, Use.NAME, team.name(), at, batch);
            case OrganisationRegistered one -> begin(event, IdKind.ORGANISATION, Use.NAME, one.name(), at, batch);
            case OrganisationCorrected one -> add(event, IdKind.ORGANISATION, Use.NAME, one.name(), at, batch);
            case HouseholdRegistered one -> begin(event, IdKind.HOUSEHOLD, Use.REFERENCE, one.reference(), at, batch);
            case ReferenceCorrected one -> add(event, IdKind.HOUSEHOLD, Use.REFERENCE, one.reference(), at, batch);
            case BusinessRegistered one -> begin(event, IdKind.BUSINESS, Use.REFERENCE, one.reference(), at, batch);
            case BusinessCorrected one -> add(event, IdKind.BUSINESS, Use.REFERENCE, one.reference(), at, batch);
            default -> {
                // calls nothing by another name
            }
        }
    }

    private static void begin(DomainEvent event, IdKind kind, Use use, String text, EventContext at, Batch batch) {
        add(event, kind, Use.ID, subject(event), at, batch);
        add(event, kind, use, text, at, batch);
    }

    private static void add(
            DomainEvent event, IdKind kind, Use use, @Nullable String text, EventContext at, Batch batch) {
        if (text != null) {
            String id = at.position() + "-" + use;
            batch.put(SearchTerm.KIND, new SearchTerm(id, kind, subject(event), use, text, at.position(), at.commit()));
        }
    }

    private static String subject(DomainEvent event) {
        return switch (event) {
            case UnitEvent unit -> unit.unit().value();
            case TeamEvent team -> team.team().value();
            case OrganisationEvent organisation -> organisation.organisation().value();
            case HouseholdEvent household -> household.household().value();
            case BusinessEvent business -> business.business().value();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }
}
