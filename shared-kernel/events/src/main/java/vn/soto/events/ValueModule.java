package vn.soto.events;

import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleModule;
import vn.soto.contracts.access.AccountId;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.stipend.StipendPeriod;
import vn.soto.ledger.Micros;

/**
 * Values with a single text in JSON, both in events and in the API: ids, names of accounts, sealed data, months, quarters,
 * periods, instants.
 */
public final class ValueModule extends SimpleModule {

    public ValueModule() {
        super("soto-values");
        addSerializer(new TextSerializer<>(Id.class, Id::value));
        addSerializer(new TextSerializer<>(AccountId.class, AccountId::value));
        addDeserializer(AccountId.class, new TextDeserializer<>(AccountId.class, AccountId::new));
        addSerializer(new TextSerializer<>(Sealed.class, Sealed::text));
        addDeserializer(Sealed.class, new TextDeserializer<>(Sealed.class, Sealed::new));
        addSerializer(new TextSerializer<>(Subject.class, Subject::toString));
        addDeserializer(Subject.class, new TextDeserializer<>(Subject.class, Subject::parse));
        addSerializer(new TextSerializer<>(Quarter.class, Quarter::toString));
        addDeserializer(Quarter.class, new TextDeserializer<>(Quarter.class, Quarter::parse));
        addSerializer(new TextSerializer<>(StipendPeriod.class, StipendPeriod::toString));
        addDeserializer(StipendPeriod.class, new TextDeserializer<>(StipendPeriod.class, StipendPeriod::parse));
        addSerializer(new TextSerializer<>(YearMonth.class, YearMonth::toString));
        addDeserializer(YearMonth.class, new TextDeserializer<>(YearMonth.class, YearMonth::parse));
        addSerializer(new TextSerializer<>(Instant.class, ValueModule::text));
        addDeserializer(Instant.class, new TextDeserializer<>(Instant.class, InstantText::parse));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new Ids());
    }

    /** Refuses an instant that its stored form cannot represent exactly. */
    private static String text(Instant instant) {
        if (!instant.equals(Micros.truncate(instant))) {
            throw new IllegalArgumentException("an event's instants are whole microseconds: " + instant);
        }
        return InstantText.of(instant);
    }

    /** Each {@link Id} is a record of one text. */
    private static final class Ids extends Deserializers.Base {

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return Id.class.isAssignableFrom(type);
        }

        @Override
        public @Nullable ValueDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            Class<?> raw = type.getRawClass();
            return hasDeserializerFor(config, raw) ? deserializer(raw.asSubclass(Id.class)) : null;
        }

        private static <T extends Id> ValueDeserializer<T> deserializer(Class<T> id) {
            return new TextDeserializer<>(id, RecentIds.of(id)::of);
        }
    }
}
