lawtrack.words("em",{"employed":[73],"employed and":[73],"employees":[67,6],"employees 2":[73],"employees at":[67],"employment":[73],"employment secondment":[73]});
