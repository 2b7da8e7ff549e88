package vn.soto.query.recognition;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.soto.contracts.recognition.RecognitionRoundEvent;
import vn.soto.contracts.recognition.RecognitionRoundEvent.HonoursPublished;
import vn.soto.projection.Batch;
import vn.soto.projection.RowListType;
import vn.soto.projection.VersionedProjector;
import vn.soto.projection.source.EventContext;
import vn.soto.query.recognition.RoundRecord.Version;

/** Projects rounds; those of one unit share its list. */
@Component
final class RoundProjector extends VersionedProjector<RecognitionRoundEvent, Version, RoundRecord> {

    /** The rounds of each unit, and under {@link #PUBLISHED} those with a published honour. */
    static final RowListType<String> LISTS = RowListType.ids("recognition-rounds-in");

    static final String PUBLISHED = "published";

    RoundProjector() {
        super(
                "recognition-rounds",
                RecognitionRoundEvent.class,
                event -> event.round().value(),
                RoundRecord.KIND,
                List.of(RoundRecord.KIND, LISTS.documents()));
    }

    static String of(String unit) {
        return "unit:" + unit;
    }

    @Override
    protected RoundRecord begin(RecognitionRoundEvent event, EventContext at) {
        return new RoundRecord(event.round().value(), List.of());
    }

    @Override
    protected Version after(RecognitionRoundEvent event, Optional<Version> before, EventContext at) {
        return new Version(at.position(), at.commit(), event.unit().value());
    }

    @Override
    protected void index(
            RecognitionRoundEvent event, RoundRecord model, Optional<Version> before, Version after, Batch batch) {
        LISTS.add(of(after.unit()), model.id(), batch);
        if (event instanceof HonoursPublished) {
            LISTS.add(PUBLISHED, model.id(), batch);
        }
    }
}
