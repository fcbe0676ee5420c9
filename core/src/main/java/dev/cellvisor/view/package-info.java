/**
 * How the domain's objects look: text, HTML and SVG. The domain knows nothing of this package; this package knows the domain.
 *
 * <p>Every view is plain and inert: no JavaScript, inline styles only, and a text beside it that says the same. Meaning is never
 * carried by colour alone: set bits are bold, changed bytes are bold and underlined, dashed arrows differ from solid ones.
 * {@link dev.cellvisor.view.Views} finds the view of a value; {@link dev.cellvisor.view.Show} puts one in front of the reader.
 */
package dev.cellvisor.view;
