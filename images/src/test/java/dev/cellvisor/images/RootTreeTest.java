package dev.cellvisor.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cellvisor.images.RootTree.Node;
import org.junit.jupiter.api.Test;

/** Paths over links, as packages from before and after the merge of /usr have them. */
class RootTreeTest {
    private final RootTree tree = new RootTree(0);

    private static Node file() {
        return new Node(RootTree.FILE | 0644, 0, 0, 0);
    }

    private void link(String path, String target) {
        Node node = new Node(RootTree.LINK | 0777, 0, 0, 0);
        node.target = target;
        tree.put(path, node);
    }

    @Test
    void aPathOverALinkEndsWhereTheLinkPoints() {
        tree.directory("usr/lib");
        link("lib", "usr/lib");
        link("usr/lib/up", "../../usr/lib/./deep");
        Node file = file();
        tree.put("./lib/deep/file", file);
        assertSame(file, tree.find("usr/lib/deep/file"));
        assertSame(file, tree.find("/lib/up/file"));
        assertEquals(RootTree.LINK, tree.find("lib").type, "the last part is not followed");
        assertTrue(tree.leadsSomewhere("/lib"));
    }

    @Test
    void aDirectoryOfAPackageLeavesALinkToADirectoryAlone() {
        tree.directory("usr/lib");
        link("lib", "usr/lib");
        tree.put("lib/", new Node(RootTree.DIRECTORY | 0700, 0, 0, 0));
        assertEquals(RootTree.LINK, tree.find("lib").type);
        assertEquals(0755, tree.find("usr/lib").permissions);
    }

    @Test
    void linksThatLeadNowhereOrInACircleDoNotHang() {
        link("a", "b");
        link("b", "a");
        link("gone", "/nowhere");
        assertFalse(tree.leadsSomewhere("a"));
        assertFalse(tree.leadsSomewhere("gone"));
        assertNull(tree.find("a/file"));
        assertThrows(ImageException.class, () -> tree.directory("gone/below"));
    }

    @Test
    void aFileInThePlaceOfADirectoryIsAMistakeOfThePackages() {
        tree.directory("etc/thing");
        assertThrows(ImageException.class, () -> tree.put("etc/thing", file()));
    }
}
