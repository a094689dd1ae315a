import { describe, expect, test } from "vitest";
import { isFiltering, isSeeking, SHOW_ALL } from "../../src/app/filter.ts";
import { drawnMentions, inWalkOrder, reviewProgress, shownMentions } from "../../src/app/shown-mentions.ts";
import { stepTo } from "../../src/app/walk.ts";
import { mention } from "./mention.ts";
import { reviewOf } from "./review/review-of.ts";

const words = ({ note, view }: ReturnType<typeof reviewOf>) =>
  shownMentions(note.getState(), view.getState()).map(({ start, end }) => note.getState().text.slice(start, end));

describe("the filter", () => {
  test("by words, without regard to case and white space", () => {
    const review = reviewOf("[S Chest  pain], [S back pain], [D HTN]");
    review.mentionActions.setFilter({ words: "chest P" });
    expect(words(review)).toEqual(["Chest  pain"]);
    review.mentionActions.setFilter({ words: " " });
    expect(words(review)).toHaveLength(3);
  });

  test("by confidence, the lower end counted in", () => {
    const review = reviewOf("a b");
    review.noteText.setFound([mention(0, 1, { score: 0.5 }), mention(2, 3, { score: 0.8 })], {});
    review.mentionActions.setFilter({ score: { min: 0.8, max: Infinity } });
    expect(words(review)).toEqual(["b"]);
    review.mentionActions.setFilter({ score: { min: 0, max: 0.8 } });
    expect(words(review)).toEqual(["a"]);
  });

  test("by verdict; asking for rejected ones draws them", () => {
    const review = reviewOf("[S pain], [S fever], [D HTN]");
    review.actions.accept(review.at("pain"));
    review.actions.reject(review.at("HTN"));
    review.mentionActions.setFilter({ review: "open" });
    expect(words(review)).toEqual(["fever"]);
    review.mentionActions.setFilter({ review: "accepted" });
    expect(words(review)).toEqual(["pain"]);
    review.mentionActions.setFilter({ review: "rejected" });
    expect(words(review)).toEqual(["HTN"]);
    expect(drawnMentions(review.note.getState(), true)).toHaveLength(3);
    review.mentionActions.setShowRejected(false);
    expect(words(review)).toEqual(["pain", "fever"]);
  });

  test("shows all again in one go", () => {
    const review = reviewOf("[S pain]");
    review.mentionActions.setFilter({ words: "x" });
    review.mentionActions.toggleType("symptom");
    expect(isFiltering(review.view.getState().filter) && isSeeking(review.view.getState().filter)).toBe(true);
    review.mentionActions.showAll();
    expect(review.view.getState().filter).toEqual(SHOW_ALL);
  });
});

test("least sure first: the walk follows the scores", () => {
  const all = inWalkOrder([mention(0, 1, { score: 0.9 }), mention(2, 3, { score: 0.2 }), mention(4, 5, { score: 0.5 })], "least-sure");
  expect(all.map(({ start }) => start)).toEqual([2, 4, 0]);
  expect(stepTo(all, 2, "next")?.start).toBe(4);
  expect(stepTo(all, 0, "next")?.start).toBe(2);
  expect(stepTo(all, 4, "previous")?.start).toBe(2);
});

test("a review goes on to what has no verdict, round the end, and then to the next", () => {
  const review = reviewOf("[S a], [S b], [S c]");
  const { actions, mentionActions, at } = review;
  mentionActions.visit(at("b"));
  actions.accept(at("c"));
  expect(mentionActions.nextOpen()).toEqual(at("a"));
  actions.accept(at("a"));
  expect(mentionActions.nextOpen()).toBeUndefined();
  expect(mentionActions.goingOn()).toEqual(at("c"));
});

test("progress counts each mention once, however often it was changed", () => {
  const { actions, at, note } = reviewOf("[S pain], [S fever], [D HTN]");
  const progress = () => reviewProgress(note.getState());
  expect(progress()).toEqual({ reviewed: 0, total: 3, rejected: 0 });
  actions.setType(at("pain"), "disease");
  actions.reject(at("HTN"));
  expect(progress()).toEqual({ reviewed: 2, total: 3, rejected: 1 });
  actions.moveEdge(at("fever"), "start-earlier");
  expect(progress()).toMatchObject({ reviewed: 2, total: 2 });
});
