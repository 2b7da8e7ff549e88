package vn.soto.query.command;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.shared.ReasonCode;
import vn.soto.query.subject.CommandData.FieldData;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/** Words of forms: labels, values and hints. */
final class FieldWords {

    private static final String BUNDLE = "vn.soto.query.command.fields";
    private static final String REASON = ReasonCode.class.getSimpleName();

    /** Reads both bundles now; a request that did might hold the lock of a jar. */
    FieldWords() {
        texts(Locale.ENGLISH);
        texts(Locale.of("vi"));
    }

    private static ResourceBundle texts(Locale language) {
        return Language.texts(BUNDLE, language);
    }

    /** The label of a field. */
    String label(String name, Locale language) {
        String key = "label." + name;
        return texts(language).containsKey(key) ? texts(language).getString(key) : Vocabulary.label(name, language);
    }

    /** @param type simple name, after those of the types around it */
    String value(String type, String value, Locale language) {
        if (type.equals(REASON)) {
            ReasonCode reason = ReasonCode.valueOf(value);
            return Language.isEnglish(language) ? reason.english() : reason.vietnamese();
        }
        return Vocabulary.value(type, value, language);
    }

    /** How to fill a field in; absent if the label says all. */
    @Nullable
    String hint(FieldData field, String command, String name, Locale language) {
        ResourceBundle texts = texts(language);
        String hint = Stream.of(own(texts, field, command, name), bounds(texts, field))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return hint.isEmpty() ? null : hint;
    }

    private static String own(ResourceBundle texts, FieldData field, String command, String name) {
        String type = Boolean.TRUE.equals(field.personal()) ? "personal" : field.type();
        return Stream.of("hint." + command + "." + name, "hint." + name, "hint." + type)
                .filter(texts::containsKey)
                .map(texts::getString)
                .findFirst()
                .orElse("");
    }

    private static String bounds(ResourceBundle texts, FieldData field) {
        if (field.longest() != null) {
            return format(texts, "longest", field.longest());
        }
        return field.least() == null || field.most() == null
                ? ""
                : format(texts, field.type().equals("list") ? "items" : "between", field.least(), field.most());
    }

    private static String format(ResourceBundle texts, String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), texts.getLocale()).format(arguments);
    }
}
