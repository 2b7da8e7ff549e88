package vn.soto.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceContent;
import vn.soto.contracts.assistance.AssistanceResult;
import vn.soto.contracts.assistance.Channel;
import vn.soto.contracts.assistance.Mode;
import vn.soto.contracts.assistance.ResultKind;
import vn.soto.contracts.catalogue.ServiceCategory;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.shared.VietnamTime;

/**
 * Draws the content of help. Identity and public services come often, signatures seldom; home visits at first, Zalo
 * later. Skilled people, and all people with time, do it themselves.
 */
record Contents(Chance chance) {

    /** The services of the plan by their names; of each three helps one is with something else of its category. */
    private static final Map<ServiceCategory, List<String>> NAMED = Map.of(
            ServiceCategory.VNEID, List.of("vneid-level-2", "vneid-account"),
            ServiceCategory.ONLINE_PUBLIC_SERVICE,
                    List.of("public-service-account", "residence", "driving-licence", "passport"),
            ServiceCategory.DIGITAL_PAYMENT, List.of("payment-account", "online-payment"),
            ServiceCategory.DIGITAL_SIGNATURE, List.of("personal-signature"),
            ServiceCategory.PROVINCIAL_APP, List.of("binh-duong-so", "binh-duong-so-jobs", "binh-duong-so-planning"),
            ServiceCategory.FIELD_REPORT, List.of("binh-duong-so-report"),
            ServiceCategory.CYBER_SAFETY, List.of("information-security"),
            ServiceCategory.LEARNING, List.of("online-course"),
            ServiceCategory.E_COMMERCE, List.of("online-shop", "product-promotion"),
            ServiceCategory.AI_FOR_BUSINESS, List.of("ai-in-business", "ai-in-production"));

    private static final Map<String, ResultKind> RESULTS = Map.of(
            "vneid-level-2", ResultKind.VNEID_LEVEL_2,
            "public-service-account", ResultKind.PUBLIC_SERVICE_ACCOUNT,
            "payment-account", ResultKind.PAYMENT_ACCOUNT,
            "personal-signature", ResultKind.DIGITAL_SIGNATURE,
            "online-shop", ResultKind.ONLINE_SHOP,
            "online-course", ResultKind.SKILLS_CONFIRMED);

    AssistanceContent of(DemoHousehold home, Instant at) {
        LocalDate day = VietnamTime.day(at);
        double progress = Season.progress(day);
        List<ServiceCategory> services = services(progress);
        List<ServiceCode> codes = day.isBefore(DemoReform.DAY)
                ? codes(services)
                : services.stream().map(this::named).toList();
        return new AssistanceContent(codes, channel(progress), mode(home, progress), at);
    }

    private ServiceCode named(ServiceCategory category) {
        List<String> names = NAMED.getOrDefault(category, List.of());
        return names.isEmpty() || chance.happens(0.3)
                ? ServiceCode.generic(category)
                : new ServiceCode(chance.oneOf(names));
    }

    /** Results as far as helpers tell: for one or two persons, now and then for nobody. */
    @Nullable
    List<AssistanceResult> results(AssistanceContent content) {
        Set<ResultKind> kinds = new TreeSet<>();
        content.services()
                .forEach(service -> Optional.ofNullable(RESULTS.get(service.value()))
                        .filter(kind -> chance.happens(0.8))
                        .ifPresent(kinds::add));
        return kinds.isEmpty()
                ? null
                : kinds.stream()
                        .map(kind -> new AssistanceResult(kind, chance.happens(0.1) ? 0 : chance.between(1, 2)))
                        .toList();
    }

    /** The services that stand for their categories. */
    static List<ServiceCode> codes(List<ServiceCategory> categories) {
        return categories.stream().map(ServiceCode::generic).toList();
    }

    List<ServiceCategory> services(double progress) {
        EnumMap<ServiceCategory, Double> weights = new EnumMap<>(ServiceCategory.class);
        weights.put(ServiceCategory.VNEID, 34 - 14 * progress);
        weights.put(ServiceCategory.ONLINE_PUBLIC_SERVICE, 22 + 6 * progress);
        weights.put(ServiceCategory.DIGITAL_PAYMENT, 12.0);
        weights.put(ServiceCategory.DIGITAL_SIGNATURE, 2 + 4 * progress);
        weights.put(ServiceCategory.PROVINCIAL_APP, 12.0);
        weights.put(ServiceCategory.E_COMMERCE, 4.0);
        weights.put(ServiceCategory.CYBER_SAFETY, 8.0);
        weights.put(ServiceCategory.FIELD_REPORT, 3.0);
        weights.put(ServiceCategory.LEARNING, 2 + 5 * progress);
        weights.put(ServiceCategory.AI_FOR_BUSINESS, progress);
        weights.put(ServiceCategory.OTHER, 1.0);
        int count = chance.happens(0.62) ? 1 : chance.happens(0.75) ? 2 : 3;
        return Stream.generate(() -> chance.oneOf(weights)).limit(count).toList();
    }

    private Channel channel(double progress) {
        EnumMap<Channel, Double> weights = new EnumMap<>(Channel.class);
        weights.put(Channel.HOME_VISIT, 78 - 45 * progress);
        weights.put(Channel.PUBLIC_SERVICE_CENTRE, 6.0);
        weights.put(Channel.CLASS, 4.0);
        weights.put(Channel.PHONE, 5.0);
        weights.put(Channel.ZALO, 5 + 38 * progress);
        weights.put(Channel.FACEBOOK, 1.5);
        weights.put(Channel.OTHER, 0.5);
        return chance.oneOf(weights);
    }

    private Mode mode(DemoHousehold home, double progress) {
        if (chance.happens(0.05 + 0.3 * progress + 0.45 * home.skill())) {
            return Mode.SELF_PERFORMED;
        }
        return chance.happens(0.6) ? Mode.DEMONSTRATED : Mode.DONE_ON_BEHALF;
    }
}
