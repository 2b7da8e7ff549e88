package vn.soto.plans.imports.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of a workbook, found by relationships from the package, whatever the names are, as Open Packaging
 * Conventions say. Each part must have the content type of its use.
 */
final class WorkbookParts {

    /** Limit of the characters of a part that lists others. */
    private static final long MOST_CHARACTERS = 4L * 1024 * 1024;

    private static final String BROKEN = "file-not-xlsx";

    private final ZipParts zip;
    private final TableCursor cursor;
    private final Map<String, String> typesByExtension = new HashMap<>();
    private final Map<String, String> typesByPart = new HashMap<>();
    private final Map<String, Relationship> relationships;
    private final String workbook;

    /**
     * @param type   the end of the type's URI, which is the same in both of its forms
     * @param target name of the part
     */
    private record Relationship(String type, String target) {}

    /** The sheet to be read. */
    record SheetPart(String name, String part) {}

    WorkbookParts(ZipParts zip, TableCursor cursor) {
        this.zip = zip;
        this.cursor = cursor;
        readTypes();
        workbook = relationships("").values().stream()
                .filter(relationship -> relationship.type.equals("officeDocument"))
                .map(Relationship::target)
                .filter(part -> hasType(part, "sheet.main+xml")
                        || hasType(part, "template.main+xml")
                        || hasType(part, "sheet.macroenabled.main+xml"))
                .findFirst()
                .orElseThrow(() -> cursor.refused(BROKEN));
        relationships = relationships(workbook);
    }

    private void readTypes() {
        try (PartReader types = open("[Content_Types].xml", MOST_CHARACTERS)) {
            while (types.advance()) {
                String type = types.attribute("ContentType").toLowerCase(Locale.ROOT);
                if (types.starts("Default")) {
                    typesByExtension.put(key(types.attribute("Extension")), type);
                } else if (types.starts("Override")) {
                    typesByPart.put(key(types.attribute("PartName")), type);
                }
            }
        }
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("/") ? lower.substring(1) : lower;
    }

    private boolean hasType(String part, String end) {
        String key = key(part);
        String type = typesByPart.get(key);
        if (type == null) {
            type = typesByExtension.getOrDefault(key.substring(key.lastIndexOf('.') + 1), "");
        }
        return type.endsWith("." + end);
    }

    private Map<String, Relationship> relationships(String source) {
        int name = source.lastIndexOf('/') + 1;
        String folder = source.substring(0, name);
        Map<String, Relationship> found = new HashMap<>();
        try (PartReader part = open(folder + "_rels/" + source.substring(name) + ".rels", MOST_CHARACTERS)) {
            while (part.advance()) {
                String type = part.attribute("Type");
                if (part.starts("Relationship") && !part.attribute("TargetMode").equals("External")) {
                    found.put(
                            part.attribute("Id"),
                            new Relationship(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    resolved(folder, part.attribute("Target"))));
                }
            }
        }
        return found;
    }

    /** The name of a part from its target, which may be relative to the folder of its source. */
    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
            rest = rest.substring(3);
        }
        return base + (rest.startsWith("./") ? rest.substring(2) : rest);
    }

    /** The first sheet that is not hidden, or the first of all; charts are no sheets. */
    SheetPart sheet() {
        SheetPart hidden = null;
        try (PartReader part = open(workbook, MOST_CHARACTERS)) {
            while (part.advance()) {
                if (part.starts("workbookPr") && isTrue(part.attribute("date1904"))) {
                    throw new InvalidFileException("file-counts-days-from-1904");
                }
                Optional<SheetPart> sheet = part.starts("sheet") ? sheet(part) : Optional.empty();
                if (sheet.isPresent()
                        && !part.attribute("state").toLowerCase(Locale.ROOT).endsWith("hidden")) {
                    return sheet.get();
                }
                hidden = hidden == null && sheet.isPresent() ? sheet.get() : hidden;
            }
        }
        if (hidden == null) {
            throw cursor.refused(BROKEN);
        }
        return hidden;
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.equalsIgnoreCase("true") || value.equalsIgnoreCase("on");
    }

    private Optional<SheetPart> sheet(PartReader part) {
        String name = part.attribute("name");
        return Optional.ofNullable(relationships.get(part.relationship()))
                .filter(relationship -> relationship.type.equals("worksheet"))
                .map(Relationship::target)
                .filter(target -> hasType(target, "worksheet+xml"))
                .map(target -> new SheetPart(name, target));
    }

    /** The part of this use beside the sheets, such as {@code styles}; empty if there is none. */
    Optional<PartReader> related(String use, long most) {
        return relationships.values().stream()
                .filter(relationship -> relationship.type.equals(use))
                .map(Relationship::target)
                .filter(target -> hasType(target, use.toLowerCase(Locale.ROOT) + "+xml"))
                .findFirst()
                .map(target -> open(target, most));
    }

    /** Faults from now on are in the sheet. */
    PartReader open(SheetPart sheet) {
        cursor.sheet(sheet.name);
        return reader(sheet.part, ZipParts.MOST_UNPACKED);
    }

    /** Faults from now on are in the part. */
    private PartReader open(String part, long most) {
        cursor.part(part);
        return reader(part, most);
    }

    /** @param most limit of the part's characters */
    private PartReader reader(String part, long most) {
        try {
            InputStream content = zip.open(part).orElseThrow(() -> cursor.refused(BROKEN));
            return new PartReader(content, most, cursor);
        } catch (IOException e) {
            throw cursor.refused(BROKEN);
        }
    }
}
