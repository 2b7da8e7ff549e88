package vn.soto.command.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.household.Responsible;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.policy.DataRequestTerms;
import vn.soto.contracts.policy.RetentionTerms;
import vn.soto.contracts.policy.SmallTeams;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.report.FigureSource;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.stipend.CampaignRate;
import vn.soto.contracts.stipend.StipendSpan;
import vn.soto.contracts.stipend.StipendTerms;
import vn.soto.contracts.stipend.UnitMultiplier;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.domain.assistance.AssistanceCommand.CorrectAssistance;
import vn.soto.domain.assistance.AssistanceCommand.RecordAssistance;
import vn.soto.domain.assistance.AssistanceCommand.VoidAssistance;
import vn.soto.domain.outreach.OutreachCommand.CorrectOutreach;
import vn.soto.domain.outreach.OutreachCommand.VoidOutreach;
import vn.soto.domain.report.ReportCommand.StateHouseholdTotal;
import vn.soto.domain.shared.Command;
import vn.soto.domain.stipend.MobilisationCommand.CorrectMobilisation;
import vn.soto.domain.stipend.MobilisationCommand.RecordMobilisation;
import vn.soto.domain.stipend.MobilisationCommand.WithdrawMobilisation;
import vn.soto.ledger.Hash;

/**
 * SHA-256 of a command's name and content: JSON with properties sorted by name, so that the order of a record's
 * components does not matter. Personal data is excluded: sealing the same text twice gives different data, and a digest
 * of the text could be guessed.
 */
final class ContentDigest {

    private final JsonMapper json;

    ContentDigest(JsonMapper json) {
        this.json = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .addMixIn(Sealed.class, LeftOut.class)
                .addMixIn(RecordAssistance.class, LaterFieldOfRecord.class)
                .addMixIn(CorrectAssistance.class, LaterField.class)
                .addMixIn(VoidAssistance.class, LaterField.class)
                .addMixIn(CorrectOutreach.class, LaterField.class)
                .addMixIn(VoidOutreach.class, LaterField.class)
                .addMixIn(Terms.class, LaterField.class)
                .addMixIn(StipendTerms.class, LaterFieldOfMoney.class)
                .addMixIn(RecordMobilisation.class, LaterFieldOfMoney.class)
                .addMixIn(CorrectMobilisation.class, LaterFieldOfMoney.class)
                .addMixIn(WithdrawMobilisation.class, LaterFieldOfMoney.class)
                .addMixIn(Holding.class, LaterFieldOfHolding.class)
                .addMixIn(StateHouseholdTotal.class, LaterFieldOfTotal.class)
                .build();
    }

    Hash of(Command command) {
        byte[] name = Command.nameOf(command.getClass()).getBytes(StandardCharsets.UTF_8);
        return Hash.sha256(name, new byte[] {0}, json.writeValueAsBytes(command));
    }

    @JsonIgnoreType
    private interface LeftOut {}

    /**
     * Fields that commands gained are left out if absent. So a command recorded before its class had them keeps its
     * digest, and sending it again is a repeat.
     */
    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface LaterField {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Responsible> jointHelpers();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        MemberId by();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        UnitId walkIn();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        SmallTeams smallTeams();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer ownCorrectionDays();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        DataRequestTerms dataRequests();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        RetentionTerms retention();
    }

    /** A number of households had no {@code source} in the beginning; a support request had its own. */
    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface LaterFieldOfTotal {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        FigureSource source();
    }

    /** A record of help had its {@code walkIn} from the beginning. */
    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface LaterFieldOfRecord {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<Responsible> jointHelpers();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<AssistanceResult> results();
    }

    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface LaterFieldOfMoney {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        CampaignId campaign();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        StipendSpan span();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Long mostPerMonth();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<CampaignRate> campaigns();

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<UnitMultiplier> multipliers();
    }

    @SuppressWarnings("UnusedMethod") // read by Jackson
    private interface LaterFieldOfHolding {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Integer newcomers();
    }
}
