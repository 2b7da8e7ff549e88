package vn.soto.plans.imports.table;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads an XML part element by element. Document types, and with them entities, are refused; size, depth, attributes,
 * names and the length of one text or tag are limited.
 */
final class PartReader implements AutoCloseable {

    /** Limit of different names: the parser keeps each. A workbook has some hundreds. */
    private static final int MOST_NAMES = 2_000;

    /** Limit of one text or tag: a cell's text may be written as one reference of eight characters for each. */
    static final int LONGEST_RUN = 400_000;

    private static final String BROKEN = "file-not-xlsx";

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] BIG_ENDIAN = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] LITTLE_ENDIAN = {(byte) 0xFF, (byte) 0xFE};

    private final TableCursor cursor;
    private final Reader reader;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private final StringBuilder text = new StringBuilder();

    /** @param most limit of its length in characters */
    PartReader(InputStream part, long most, TableCursor cursor) {
        this.cursor = cursor;
        try {
            this.reader = new LimitedReader(decoded(part), most, cursor);
            this.xml = factory().createXMLStreamReader(reader);
        } catch (XMLStreamException | IOException e) {
            throw cursor.refused(BROKEN);
        }
    }

    /** The limits are those of the JDK; stated here, they do not depend on its configuration. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.elementAttributeLimit", "200");
        factory.setProperty("jdk.xml.maxElementDepth", "100");
        factory.setProperty("jdk.xml.maxXMLNameLimit", "1000");
        // The parser counts references such as &amp; in the part itself too, whose length is limited here.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        return factory;
    }

    /** Open Packaging Conventions allow UTF-8 and UTF-16 only. */
    private static Reader decoded(InputStream part) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(part);
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        bytes.mark(MARK.length);
        byte[] top = bytes.readNBytes(MARK.length);
        if (Arrays.equals(top, 0, Math.min(2, top.length), BIG_ENDIAN, 0, 2)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (Arrays.equals(top, 0, Math.min(2, top.length), LITTLE_ENDIAN, 0, 2)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (Arrays.equals(top, MARK)) {
            mark = 3;
        }
        bytes.reset();
        bytes.skipNBytes(mark);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Moves on to the next start or end of an element; false at the end of the part. */
    boolean advance() {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    rememberNames();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // text between elements, a comment or an instruction
                }
            }
        }
    }

    private int next() {
        try {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw cursor.refused(BROKEN);
            }
            if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                remember(xml.getPITarget());
            }
            return event;
        } catch (XMLStreamException e) {
            throw cursor.refused(BROKEN);
        }
    }

    private void rememberNames() {
        remember(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            remember(xml.getAttributeLocalName(i));
            remember(xml.getAttributePrefix(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            remember(xml.getNamespacePrefix(i));
            remember(xml.getNamespaceURI(i));
        }
    }

    private void remember(@Nullable String name) {
        if (name != null && names.add(name) && names.size() > MOST_NAMES) {
            throw cursor.refused(BROKEN);
        }
    }

    boolean starts(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    boolean ends(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    /** An attribute of the element that starts here, without a namespace; empty if there is none of this name. */
    String attribute(String name) {
        String value = xml.isStartElement() ? xml.getAttributeValue("", name) : null;
        return value == null ? "" : value;
    }

    /** The id of a relationship, in whichever of its two namespaces. */
    String relationship() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id")
                    && String.valueOf(xml.getAttributeNamespace(i)).endsWith("/relationships")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The text of the element that starts here, up to its end. */
    String text() {
        text.setLength(0);
        toItsEnd(true);
        return text.toString();
    }

    /** The text of a string item, whose runs may have formats of their own; without its pronunciation. */
    String richText(String element) {
        text.setLength(0);
        while (advance() && !ends(element)) {
            if (starts("rPh")) {
                toItsEnd(false);
            } else if (starts("t")) {
                toItsEnd(true);
            }
        }
        return text.toString();
    }

    /** Moves to the end of the element that starts here. */
    void skip() {
        toItsEnd(false);
    }

    private void toItsEnd(boolean keep) {
        for (int depth = 1; depth > 0; ) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    rememberNames();
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (keep) {
                        append();
                    }
                }
                default -> {
                    // a comment or an instruction
                }
            }
        }
    }

    private void append() {
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        if (text.length() > LONGEST_RUN) {
            throw cursor.refused("file-cell-too-long", TableCursor.LONGEST_TEXT);
        }
    }

    @Override
    public void close() {
        try {
            xml.close();
            reader.close();
        } catch (XMLStreamException | IOException e) {
            throw cursor.refused(BROKEN);
        }
    }

    /** Refuses a part that is too long, or that has a text or tag that is. */
    private static final class LimitedReader extends FilterReader {

        private final long most;
        private final TableCursor cursor;
        private long length;
        private int run;

        LimitedReader(Reader in, long most, TableCursor cursor) {
            super(in);
            this.most = most;
            this.cursor = cursor;
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] into, int from, int count) throws IOException {
            int read = super.read(into, from, count);
            for (int i = from; i < from + read; i++) {
                run = into[i] == '<' || into[i] == '>' ? 0 : run + 1;
                if (run > LONGEST_RUN) {
                    throw cursor.refused("file-unpacks-too-large");
                }
            }
            length += Math.max(0, read);
            if (length > most) {
                throw cursor.refused("file-unpacks-too-large");
            }
            return read;
        }
    }
}
