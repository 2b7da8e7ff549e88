package vn.soto.query.stipend;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.contracts.stipend.StipendStatementEvent;
import vn.soto.contracts.stipend.StipendStatementId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Chain;
import vn.soto.ledger.Hash;
import vn.soto.ledger.LedgerReader;
import vn.soto.projection.Documents;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Histories;
import vn.soto.query.unit.EndedUnitList;

/** Queries about stipend statements, as known at a commit. */
@Component
public record StipendStatements(Documents documents, Histories histories, EventCodec codec, LedgerReader ledger)
        implements EndedUnitList {

    /** The periods for which the unit has a statement, the latest first. */
    List<StipendPeriod> periods(String unit) {
        return StipendStatementProjector.PERIODS.find(unit, documents).stream()
                .map(StipendPeriod::parse)
                .sorted((one, other) -> other.compareTo(one))
                .toList();
    }

    @Override
    public String question() {
        return "/api/units/{unit}/stipends";
    }

    @Override
    public boolean isEmpty(String unit, LocalDate day, long asOf) {
        return periods(unit).stream()
                .allMatch(period -> find(id(unit, period), asOf).latest().isEmpty());
    }

    /** The name of a unit's statement in addresses. */
    static String id(String unit, StipendPeriod period) {
        return unit + ":" + period;
    }

    /** @param statement written {@code <unit>:<period>}; the history is without versions if there was none then */
    StatementHistory find(String statement, long asOf) {
        StatementHistory history = new StatementHistory();
        for (Body body : histories.of(StipendStatementId.of(statement), asOf)) {
            if (codec.decode(body.event().type(), body.event().payload()) instanceof StipendStatementEvent event) {
                history.add(event, body.commit());
            }
        }
        return history;
    }

    /** The number of the latest version of a unit's statement; 0 if there is none. */
    public int latest(UnitId unit, StipendPeriod period, long asOf) {
        return find(id(unit.value(), period), asOf)
                .latest()
                .map(version -> version.computed().version())
                .orElse(0);
    }

    /** Whether the ledger is the one to which the version is pinned, and the version has the content whose hash it states. */
    boolean matches(StatementHistory.Version version) {
        long pin = version.computed().pinnedTo();
        Hash chain = pin == 0
                ? Chain.genesis(ledger.origin())
                : ledger.commit(pin).orElseThrow().tail().chain();
        return chain.toString().equals(version.computed().pinnedChain())
                && version.computed().contentHash().equals(version.computed().hash());
    }
}
