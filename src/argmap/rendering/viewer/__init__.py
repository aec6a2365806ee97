"""The one-file viewer: a page that shows a map, works offline and answers what-if questions."""
