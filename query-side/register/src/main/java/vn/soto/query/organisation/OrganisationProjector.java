package vn.soto.query.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.organisation.OrganisationEvent;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.OrganisationRegistered;
import vn.soto.contracts.organisation.OrganisationEvent.SupportBegun;
import vn.soto.contracts.organisation.OrganisationEvent.SupportCorrected;
import vn.soto.contracts.organisation.OrganisationEvent.SupportEnded;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Batch;
import vn.soto.projection.EventProjector;
import vn.soto.projection.RowListType;
import vn.soto.projection.source.EventContext;

/** Projects organisations in one segment, because organisations that support the same team share its list. */
@Component
final class OrganisationProjector extends EventProjector<OrganisationEvent> {

    /** The organisations that ever supported a team, by team; under {@link #ALL} all organisations. */
    static final RowListType<String> BY_TEAM = RowListType.ids("supported");

    /** Id of the list of all organisations; no team has it. */
    static final String ALL = "-";

    OrganisationProjector() {
        super(
                "organisations",
                OrganisationEvent.class,
                event -> event.organisation().value(),
                List.of(Organisation.KIND, BY_TEAM.documents()));
    }

    @Override
    protected void fold(OrganisationEvent event, EventContext at, Batch batch) {
        switch (event) {
            case OrganisationRegistered registered -> registered(registered, at, batch);
            case OrganisationCorrected right ->
                batch.put(
                        Organisation.KIND,
                        find(event, batch)
                                .with(new Organisation.Registration(
                                        at.position(), at.commit(), right.name(), right.kind())));
            case SupportCorrected right ->
                support(
                        find(event, batch),
                        new Organisation.Support(
                                at.position(),
                                at.commit(),
                                right.team(),
                                right.effectiveFrom(),
                                right.lastDay(),
                                right.enteredFrom()),
                        batch);
            case SupportBegun begun -> {
                Organisation organisation = find(event, batch);
                support(organisation, at, begun.team().value(), begun.effectiveFrom(), null, batch);
                BY_TEAM.add(begun.team().value(), organisation.id(), batch);
            }
            case SupportEnded ended -> {
                Organisation organisation = find(event, batch);
                String team = ended.team().value();
                support(organisation, at, team, organisation.since(team, at.position()), ended.lastDay(), batch);
            }
        }
    }

    private static void registered(OrganisationRegistered event, EventContext at, Batch batch) {
        String id = event.organisation().value();
        if (batch.find(Organisation.KIND, id).isEmpty()) {
            batch.put(
                    Organisation.KIND,
                    new Organisation(id, at.commit(), event.name(), event.kind(), List.of(), List.of()));
        }
        BY_TEAM.add(ALL, id, batch);
    }

    private static Organisation find(OrganisationEvent event, Batch batch) {
        return batch.find(Organisation.KIND, event.organisation().value()).orElseThrow();
    }

    private static void support(
            Organisation organisation,
            EventContext at,
            String team,
            LocalDate since,
            @Nullable LocalDate until,
            Batch batch) {
        support(
                organisation,
                new Organisation.Support(at.position(), at.commit(), new TeamId(team), since, until, null),
                batch);
    }

    private static void support(Organisation organisation, Organisation.Support support, Batch batch) {
        batch.put(Organisation.KIND, organisation.with(support));
    }
}
