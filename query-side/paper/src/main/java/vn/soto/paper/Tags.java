package vn.soto.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/**
 * The structure tree of a document (ISO 32000-1, 14.7 and 14.8): its headings, paragraphs and tables in reading order. Lines,
 * page numbers and repeated headings of tables are artifacts, outside of it. Not thread-safe.
 */
final class Tags {

    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

    private final PDDocument document;
    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement whole;

    /** The elements of each page's marked contents, by their numbers. */
    private final List<List<PDStructureElement>> owners = new ArrayList<>();

    Tags(PDDocument document) {
        this.document = document;
        this.whole = new PDStructureElement("Document", root);
        root.appendKid(whole);
        PDMarkInfo marks = new PDMarkInfo();
        marks.setMarked(true);
        document.getDocumentCatalog().setMarkInfo(marks);
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }

    /** Begins a page; what is marked from now on is on it. */
    void page(PDPage page) {
        page.setStructParents(owners.size());
        owners.add(new ArrayList<>());
    }

    PDStructureElement element(String type) {
        return element(type, whole);
    }

    PDStructureElement element(String type, PDStructureElement within) {
        PDStructureElement element = new PDStructureElement(type, within);
        within.appendKid(element);
        return element;
    }

    /** Begins content of an element on the last page; the caller ends it. */
    void begin(PDStructureElement of, PDPage page, PDPageContentStream content) throws IOException {
        List<PDStructureElement> marked = owners.getLast();
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setMCID(marked.size());
        reference.setPage(page);
        of.appendKid(reference);
        content.beginMarkedContent(COSName.getPDFName(of.getStructureType()), marked.size());
        marked.add(of);
    }

    /** Begins content that is no part of the text; the caller ends it. */
    static void beginArtifact(PDPageContentStream content) throws IOException {
        content.beginMarkedContent(ARTIFACT);
    }

    /** Writes which element each marked content belongs to. */
    void end() {
        Map<Integer, PDParentTreeValue> parents = new HashMap<>();
        for (int page = 0; page < owners.size(); page++) {
            COSArray elements = new COSArray();
            for (PDStructureElement element : owners.get(page)) {
                COSDictionary dictionary = element.getCOSObject();
                elements.add(dictionary);
            }
            parents.put(page, new PDParentTreeValue(elements));
        }
        PDNumberTreeNode tree = new PDNumberTreeNode(PDParentTreeValue.class);
        tree.setNumbers(parents);
        root.setParentTree(tree);
        root.setParentTreeNextKey(owners.size());
        document.getDocumentCatalog().setStructureTreeRoot(root);
    }
}
