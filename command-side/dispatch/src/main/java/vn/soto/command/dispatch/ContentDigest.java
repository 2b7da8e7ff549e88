package vn.soto.command.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import vn.soto.contracts.outreach.Holding;
import vn.soto.contracts.policy.Terms;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.stipend.StipendTerms;
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

    /**
     * Fields that commands gained are left out if absent. So a command recorded before its class had them keeps its
     * digest, and sending it again is a repeat. A record of help had its {@code walkIn} from the beginning, and a support
     * request its {@code source}.
     */
    private static final Map<Class<?>, Set<String>> LATER = Map.ofEntries(
            Map.entry(RecordAssistance.class, Set.of("jointHelpers", "results")),
            Map.entry(CorrectAssistance.class, Set.of("jointHelpers", "walkIn", "by")),
            Map.entry(VoidAssistance.class, Set.of("by")),
            Map.entry(CorrectOutreach.class, Set.of("by")),
            Map.entry(VoidOutreach.class, Set.of("by")),
            Map.entry(Terms.class, Set.of("smallTeams", "ownCorrectionDays", "dataRequests", "retention")),
            Map.entry(StipendTerms.class, Set.of("span", "mostPerMonth", "mostPerYear", "campaigns", "multipliers")),
            Map.entry(RecordMobilisation.class, Set.of("campaign")),
            Map.entry(CorrectMobilisation.class, Set.of("campaign")),
            Map.entry(WithdrawMobilisation.class, Set.of("campaign")),
            Map.entry(Holding.class, Set.of("newcomers")),
            Map.entry(StateHouseholdTotal.class, Set.of("source")));

    private final JsonMapper json;

    ContentDigest(JsonMapper json) {
        this.json = json.rebuild()
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .annotationIntrospector(new LaterFields())
                .addMixIn(Sealed.class, LeftOut.class)
                .build();
    }

    Hash of(Command command) {
        byte[] name = Command.nameOf(command.getClass()).getBytes(StandardCharsets.UTF_8);
        return Hash.sha256(name, new byte[] {0}, json.writeValueAsBytes(command));
    }

    @JsonIgnoreType
    private interface LeftOut {}

    private static final class LaterFields extends JacksonAnnotationIntrospector {

        private static final JsonInclude.Value UNLESS_ABSENT =
                JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS);

        @Override
        public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated part) {
            return part instanceof AnnotatedMember member
                            && LATER.getOrDefault(member.getDeclaringClass(), Set.of())
                                    .contains(member.getName())
                    ? UNLESS_ABSENT
                    : super.findPropertyInclusion(config, part);
        }
    }
}
