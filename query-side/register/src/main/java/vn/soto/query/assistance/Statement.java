package vn.soto.query.assistance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceOutcome;
import vn.soto.contracts.assistance.AssistanceState;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.CreditShare;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/** The content of a record at one time. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Statement(
        List<Part> helpers,
        List<String> services,
        List<ServiceCategory> categories,
        @Nullable String procedure,
        Channel channel,
        Mode mode,
        AssistanceOutcome outcome,
        Instant occurredAt,
        @Nullable LocalDate followUp) {

    /**
     * @param hundredths share of the credit in hundredths
     * @param team       for which the member helped along; absent for members of the record's team
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(MemberId member, int hundredths, @Nullable TeamId team) {

        static Part of(CreditShare share) {
            return new Part(share.member(), share.hundredths(), share.team());
        }
    }

    static Statement of(AssistanceState state) {
        AssistanceContent content = state.content();
        return new Statement(
                state.helpers().stream().map(Part::of).toList(),
                content.services().stream().map(code -> code.value()).toList(),
                state.categories(),
                content.procedure(),
                content.channel(),
                content.mode(),
                content.outcome(),
                content.occurredAt(),
                content.followUp());
    }
}
