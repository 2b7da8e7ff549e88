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
import vn.soto.events.EventCodec;
import vn.soto.projection.Batch;
import vn.soto.projection.DocumentType;
import vn.soto.projection.Documents;
import vn.soto.projection.Projector;
import vn.soto.projection.progress.KeptProgress;
import vn.soto.projection.source.EventContext;
import vn.soto.projection.source.UndecodableEvent;
import vn.soto.query.subject.Designation.Use;
import vn.soto.query.subject.IdKind;

/**
 * Indexes ids, names, codes and references in this process, and every event by who recorded what about whom. Of people
 * only ids are read, of businesses no trade names.
 */
@Component
final class SearchProjector implements Projector {

    static final String NAME = "search";

    private final SearchIndex index;
    private final EventCodec codec;

    SearchProjector(SearchIndex index, EventCodec codec) {
        this.index = index;
        this.codec = codec;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** One of each type, since each event is indexed by itself: behind one that fails, few others wait. */
    @Override
    public String sequence(DomainEvent event) {
        return name(event);
    }

    @Override
    public boolean readsBodies() {
        return false;
    }

    @Override
    public boolean handles(Class<?> event) {
        return true;
    }

    @Override
    public List<DocumentType<?>> documentTypes() {
        return List.of(SearchTerm.KIND, IndexedEvent.KIND);
    }

    @Override
    public Optional<Documents> own() {
        return Optional.of(new SearchTerms(index));
    }

    @Override
    public KeptProgress ownProgress() {
        return index.progress();
    }

    @Override
    public void on(Object event, EventContext at, Batch batch) {
        batch.put(IndexedEvent.KIND, IndexedEvent.of(event, name(event), at));
        if (event instanceof DomainEvent known) {
            fold(known, at, batch);
        }
    }

    private String name(Object event) {
        return event instanceof UndecodableEvent unknown
                ? unknown.type().name()
                : codec.typeOf(event.getClass()).name();
    }

    private static void fold(DomainEvent event, EventContext at, Batch batch) {
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
