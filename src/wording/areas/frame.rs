//! What the bar of the widget says, and the menus in it.

use crate::wording::wording;

wording! {
    /// The bar at the head of the widget, and the tabs of a narrow one.
    Bar {
        name,
        /// In place of `name` where there is little room.
        short_name,
        subtitle(version),
        /// In place of the notice where there is little room.
        draft,
        /// Behind the draft state, for those who hear it.
        to_notices,
        /// Names the menus together, and opens them where there is little room.
        menu,
        sources_all,
        sources_article,
        /// The two choices, and what each does.
        all, all_what,
        article, article_what,
        new,
        clear,
        example,
        example_first,
        display,
        units,
        si,
        conventional,
        text_size,
        normal, large, projector,
        /// After how long without a reader the case is covered.
        idle, idle_never,
        idle_after(minutes),
        idle_clears(minutes),
        undo,
        /// Behind `undo`, for those who hear it.
        undo_what,
        /// Names the two tabs.
        parts,
        findings,
        plan,
        /// Behind a tab and its number, for those who hear it.
        answered,
        steps,
        /// Beside a tab, when lines came that are not in view.
        fresh(count),
    }

    /// What is done with the case as a whole, and what is said afterwards.
    Menu {
        title,
        copy_as(format),
        sbar, markdown,
        plain_text,
        copied(format),
        print,
        print_all,
        save,
        saved,
        /// Names the text that is shown because nobody can tell whether the file was written.
        saved_text,
        not_saved,
        open,
        link,
        link_copied,
        link_label,
        note,
        /// Names the text that is shown instead.
        not_copied,
        /// Names the note that is shown instead.
        not_printed,
        too_large(file),
        not_read(file),
    }
}
